package dev.baton.agent.stream;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionMachine;
import dev.baton.shell.session.Sessions;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives browsers a cookie that opens streams of one session and nothing else. Source: streaming
 * specification, section 4.1. Thread-safe.
 */
final class Cookies {
  private final DynamoTicketStore tickets;
  private final Sessions sessions;
  private final InstantSource clock;

  Cookies(DynamoTicketStore tickets, Sessions sessions, InstantSource clock) {
    this.tickets = tickets;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** The header for whoever opened that stream; null when there is nothing to set. */
  @Nullable String header(Opening.Ready opening) {
    if (opening.byCookie() || !opening.request().credentials().browser()) {
      return null;
    }
    String sessionId = opening.session().sessionId();
    Session session = sessions.find(sessionId);
    if (session == null) {
      return null;
    }
    long end = SessionMachine.longestLife(session.profile(), sessions.limits());
    long seconds = (end - clock.millis()) / 1_000;
    if (seconds <= 0) {
      return null;
    }
    String secret = tickets.issue(Pass.cookie(sessionId, opening.session().owner(), end)).text();
    return StreamRequestReader.cookieName(sessionId)
        + "="
        + secret
        + "; Max-Age="
        + seconds
        + "; Path="
        + StreamRoutes.PATH
        + "; HttpOnly; Secure; SameSite=Lax";
  }
}
