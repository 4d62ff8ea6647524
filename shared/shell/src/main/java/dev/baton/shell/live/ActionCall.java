package dev.baton.shell.live;

import dev.baton.core.session.Session;
import dev.baton.shell.socket.Connection;

/**
 * One action of a client.
 *
 * @param frame what it sent
 * @param connection where it came from: the current connection of the session
 * @param session its session, active
 * @param traceId the id that joins log lines and the calls made on its behalf
 */
public record ActionCall(
    ClientFrame frame, Connection connection, Session session, String traceId) {}
