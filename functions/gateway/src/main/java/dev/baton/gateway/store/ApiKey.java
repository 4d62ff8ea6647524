package dev.baton.gateway.store;

/**
 * An API key that may be used, as the store knows it. The key itself is nowhere kept.
 *
 * @param owner who owns what is made with it
 * @param scopes command patterns between blanks
 * @param keyId its public name, for logs
 */
public record ApiKey(String owner, String scopes, String keyId) {}
