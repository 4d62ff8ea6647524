package dev.baton.local.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Who opened a connection.
 *
 * @param sourceIp address of the caller
 * @param userAgent what it calls itself, or null
 */
record Caller(String sourceIp, @Nullable String userAgent) {}
