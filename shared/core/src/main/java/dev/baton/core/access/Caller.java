package dev.baton.core.access;

/**
 * Who calls a command.
 *
 * @param owner the owner of everything this caller makes and the only one who sees it
 * @param scopes what the key may call
 * @param keyId the public name of the key, for logs
 */
public record Caller(String owner, Scopes scopes, String keyId) {}
