package dev.baton.local.template;

/**
 * A route of the WebSocket API.
 *
 * @param key {@code $connect}, {@code $disconnect}, {@code $default} or what selects it
 * @param functionName the function behind it, its alias behind a colon if that is called
 * @param answers whether the body that the function returns goes to the client
 */
public record SocketRoute(String key, String functionName, boolean answers) {}
