package dev.baton.local.websocket;

/**
 * A message of a client.
 *
 * @param body its text, or its bytes in base64
 * @param base64 whether it was binary
 */
record SocketMessage(String body, boolean base64) {}
