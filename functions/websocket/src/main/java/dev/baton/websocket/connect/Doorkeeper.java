package dev.baton.websocket.connect;

import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionRefusal;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.DynamoConnectionStore;
import dev.baton.shell.socket.SocketAnswer;
import dev.baton.shell.socket.SocketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a connection is opened. Nothing is pushed here: until this answers, API Gateway
 * does not know the connection. Source: command specification, section 6.1.
 */
final class Doorkeeper {
  private static final SocketAnswer NOTHING_SAID = new SocketAnswer(400);
  private static final SocketAnswer UNKNOWN = new SocketAnswer(401);
  private static final SocketAnswer FOREIGN_ORIGIN = new SocketAnswer(403);
  private static final SocketAnswer CONTENDED = new SocketAnswer(503);
  private static final int LONGEST_ID = 128;

  private final Sessions sessions;
  private final DynamoConnectionStore connections;
  private final List<String> allowedOrigins;

  Doorkeeper(Sessions sessions, DynamoConnectionStore connections, List<String> allowedOrigins) {
    this.sessions = sessions;
    this.connections = connections;
    this.allowedOrigins = List.copyOf(allowedOrigins);
  }

  SocketAnswer answer(SocketEvent event) {
    String origin = event.header("origin");
    if (origin != null && !allowedOrigins.contains(origin)) {
      return FOREIGN_ORIGIN;
    }
    Upgrade upgrade = Upgrade.of(event.query());
    String sessionId = upgrade.sessionId();
    if (sessionId == null) {
      return upgrade.token() == null ? NOTHING_SAID : UNKNOWN;
    }
    // Longer than any id, perhaps longer than a key of the table may be.
    return sessionId.length() > LONGEST_ID ? UNKNOWN : enter(event, sessionId, upgrade.token());
  }

  private SocketAnswer enter(SocketEvent event, String sessionId, @Nullable String token) {
    Session session = sessions.load(sessionId);
    if (session == null || !session.profile().usesSockets()) {
      return UNKNOWN;
    }
    Connection connection = new Connection(event.connectionId(), sessionId, event.connectedAt());
    if (session.token() == null) {
      // Nobody gets in without one: whoever comes again for ever costs reads, and no writes.
      return decide(event, session, connection, token);
    }
    // First, so that whoever is told of the connection finds it.
    connections.put(connection);
    SocketAnswer answer = decide(event, session, connection, token);
    if (answer.status() != SocketAnswer.OK.status()) {
      connections.delete(connection.id());
    }
    return answer;
  }

  private SocketAnswer decide(
      SocketEvent event, Session session, Connection connection, @Nullable String token) {
    SessionCommand command =
        token == null
            ? new SessionCommand.Knock(connection.id())
            : new SessionCommand.Attach(
                connection.id(),
                connection.openedAt(),
                Tokens.hash(token),
                SessionCommand.Entry.AT_UPGRADE,
                null);
    Origin origin = new Origin(event.sourceIp(), event.userAgent(), event.requestId());
    return switch (sessions.handle(session, command, origin)) {
      case SessionHandled.Decided(var before, var decision) -> {
        SessionRefusal refusal = decision.refusal();
        yield refusal == null ? SocketAnswer.OK : new SocketAnswer(refusal.upgradeStatus());
      }
      case SessionHandled.Unknown nobody -> UNKNOWN;
      case SessionHandled.Contended busy -> CONTENDED;
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }
}
