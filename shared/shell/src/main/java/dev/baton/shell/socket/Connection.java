package dev.baton.shell.socket;

/**
 * What is kept of a connection. Whether it is authenticated is known by its session, which has one
 * current connection.
 *
 * @param id API Gateway's connection id
 * @param sessionId the session that it was opened for
 * @param openedAt when it was opened, milliseconds since 1970
 */
public record Connection(String id, String sessionId, long openedAt) {}
