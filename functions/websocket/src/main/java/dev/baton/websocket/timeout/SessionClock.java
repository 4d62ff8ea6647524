package dev.baton.websocket.timeout;

import dev.baton.core.frame.ServerFrame;
import dev.baton.core.result.Fault;
import dev.baton.core.session.LiveConnection;
import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import dev.baton.shell.socket.ConnectionSender;
import java.net.URI;

/**
 * Lets a session look at the time. What follows is done by the table's stream, but for a fresh
 * token, which is never stored: if it is lost here, the connection ends like any other at its two
 * hours, and its client reconnects.
 */
final class SessionClock {
  private final Sessions sessions;
  private final Tokens tokens;
  private final ConnectionSender sender;
  private final URI endpoint;

  SessionClock(Sessions sessions, Tokens tokens, ConnectionSender sender, URI endpoint) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.sender = sender;
    this.endpoint = endpoint;
  }

  /**
   * A timer fired.
   *
   * @throws Fault when others wrote the session all the time; Lambda tries again
   */
  void strike(String sessionId, String traceId) {
    IssuedToken token = tokens.issue();
    SessionCommand fire = new SessionCommand.Fire(token.hash());
    switch (sessions.handle(sessionId, fire, Origin.ofBaton(traceId))) {
      case SessionHandled.Decided(var before, SessionDecision decision) -> offer(decision, token);
      case SessionHandled.Unknown gone -> {}
      case SessionHandled.Contended busy ->
          throw new Fault(Fault.Category.CONFLICT, "Session " + sessionId + " is contended.");
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    }
  }

  private void offer(SessionDecision decision, IssuedToken token) {
    Session session = decision.next();
    OutstandingToken issued = decision.issued();
    LiveConnection connection = session.connection();
    if (issued != null && connection != null) {
      sender.post(
          connection.id(),
          new ServerFrame.TokenRefresh(
                  token.text(), issued.expiresAt(), endpoint + "?session=" + session.id())
              .toJson());
    }
  }
}
