package dev.baton.shell.session;

/**
 * A live session of an owner.
 *
 * @param sessionId the session
 * @param resource what it connects to
 * @param keyId the key that made it
 */
public record OwnedSession(String sessionId, String resource, String keyId) {}
