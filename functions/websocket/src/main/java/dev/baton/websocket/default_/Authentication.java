package dev.baton.websocket.default_;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionRefusal;
import dev.baton.shell.live.ActionEdge;
import dev.baton.shell.live.ClientFrame;
import dev.baton.shell.live.LiveSockets;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * The first frame of a connection that was opened without a token. Whoever gets in is welcomed by
 * what the table's stream brings about. Source: command specification, section 6.1.
 */
final class Authentication {
  private final Sessions sessions;
  private final Positions positions;
  private final LiveSockets sockets;
  private final ActionEdge edge;

  Authentication(Sessions sessions, Positions positions, LiveSockets sockets, ActionEdge edge) {
    this.sessions = sessions;
    this.positions = positions;
    this.sockets = sockets;
    this.edge = edge;
  }

  void present(SocketEvent event, ClientFrame frame) {
    Connection connection = sockets.find(event.connectionId());
    Session session = connection == null ? null : sessions.find(connection.sessionId());
    if (connection == null || session == null) {
      sockets.close(event.connectionId(), CloseReason.INVALID_TOKEN, WayBack.UNKNOWN);
    } else {
      present(event, frame, connection, session);
    }
  }

  private void present(
      SocketEvent event, ClientFrame frame, Connection connection, Session session) {
    String from = frame.json().text("lastMessageId");
    Long position = from == null ? null : positions.of(session, from);
    boolean nowhere = position != null && position == Positions.NONE;
    // Only who holds the token learns what is in the resource.
    if (nowhere && holdsToken(session, frame.json())) {
      sockets.refuse(connection.id(), Errors.invalidCursor(), frame);
      return;
    }
    SessionCommand attach = attach(connection, frame.json(), nowhere ? null : position);
    Origin origin = new Origin(event.sourceIp(), event.userAgent(), event.requestId());
    switch (sessions.handle(session, attach, origin)) {
      case SessionHandled.Decided(var before, SessionDecision decision) -> {
        SessionRefusal refusal = decision.refusal();
        if (refusal != null && !decision.closes(connection.id())) {
          refuse(connection, frame, refusal, session.profile().wayBack());
        }
      }
      case SessionHandled.Contended busy ->
          sockets.refuse(connection.id(), Errors.contended(), frame);
      case SessionHandled.Unknown gone ->
          sockets.close(connection.id(), CloseReason.INVALID_TOKEN, WayBack.UNKNOWN);
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    }
  }

  // A second auth on an authenticated connection is a mistake, not a break-in.
  private void refuse(
      Connection connection, ClientFrame frame, SessionRefusal refusal, WayBack way) {
    if (refusal == SessionRefusal.ALREADY_ATTACHED) {
      sockets.refuse(connection.id(), ActionEdge.error(refusal, way), frame);
    } else {
      edge.turnAway(connection, refusal, way);
    }
  }

  private static boolean holdsToken(Session session, JsonObject frame) {
    OutstandingToken token = session.token();
    return token != null && token.hash().equals(Tokens.hash(presented(frame)));
  }

  private static String presented(JsonObject frame) {
    String token = frame.text("token");
    return token == null ? "" : token;
  }

  private static SessionCommand attach(
      Connection connection, JsonObject frame, @Nullable Long position) {
    return new SessionCommand.Attach(
        connection.id(),
        connection.openedAt(),
        Tokens.hash(presented(frame)),
        SessionCommand.Entry.FIRST_FRAME,
        position);
  }
}
