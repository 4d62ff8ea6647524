package dev.baton.testkit.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionEvent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session promises, kept a second time from the writes that came about, in their order.
 * Written from the specification, section 5.2, not from the machine: times are milliseconds since
 * 1970, limits its defaults. A broken promise fails the test under the name of its sequence.
 */
final class SessionLedger {
  private static final long MINUTE = 60_000;
  private static final long IDLE = 30 * MINUTE;
  private static final long WINDOW = 5 * MINUTE;
  private static final long TOKEN_LIFE = 5 * MINUTE;
  private static final long LIFE = 24 * 60 * MINUTE;

  private final Set<String> used = new HashSet<>();
  private final String where;
  private final long createdAt;
  private Session last;
  private String state = "pending";
  private @Nullable String token;
  private long tokenEnd;
  private @Nullable String connection;
  private long lastActivity;
  private long lostAt;

  SessionLedger(Session opened, String where) {
    this.where = where;
    this.createdAt = opened.profile().createdAt();
    this.last = opened;
    OutstandingToken first = opened.token();
    check(first != null, "is opened without a token");
    if (first != null) {
      issued(first);
    }
  }

  /** The next write of the session. */
  void write(Session before, SessionDecision decision) {
    assertThat(before).as(where + ": decided from the write before").isEqualTo(last);
    check(isLive(), "is written after its end");
    decision.events().forEach(this::happened);
    last = decision.next();
    assertThat(last.state().wireName()).as(where).isEqualTo(state);
    check(!isLive() || last.deadline() == deadline(), "ends at another time than " + deadline());
    check(!isLive() || last.timerAt() <= last.deadline(), "has a timer after its end");
  }

  private void happened(SessionEvent event) {
    switch (event) {
      case SessionEvent.TokenIssued(OutstandingToken next, var cause) -> issued(next);
      case SessionEvent.Attached(var next, String tokenId, long at) -> {
        check(isLive() && at < deadline(), "is entered after its end");
        check(tokenId.equals(token) && at < tokenEnd, "is entered with a token that opens nothing");
        check(used.add(tokenId), "is entered with a token for the second time");
        token = null;
        connection = next.id();
        lastActivity = at;
        state = "active";
      }
      case SessionEvent.Dropped(String gone, long at) -> {
        check(gone.equals(connection), "is dropped by another connection");
        connection = null;
        lostAt = at;
        state = "disconnected";
      }
      case SessionEvent.ActivitySeen(long at) -> {
        check(state.equals("active"), "is active without a connection");
        lastActivity = at;
      }
      case SessionEvent.Engaged(long at) -> {
        check(isLive() && connection == null, "is engaged beside its connection");
        lastActivity = at;
        state = "active";
      }
      case SessionEvent.Closed(var ending, boolean withdrawn) -> {
        check(isLive() && ending.at() < deadline(), "is closed after its end");
        state = "closed";
      }
      case SessionEvent.Expired(var ending) -> {
        check(isLive() && ending.at() == deadline(), "expires at another time");
        state = "expired";
      }
      case SessionEvent.TakenOver taken -> {}
      case SessionEvent.AttemptsForgotten forgotten -> {}
      case SessionEvent.PositionConfirmed confirmed -> {}
      case SessionEvent.Knocked knocked -> {}
      case SessionEvent.KnockEnded ended -> {}
      case SessionEvent.AuthenticationFailed failed -> {}
      case SessionEvent.Warned warned -> {}
      case SessionEvent.DeadlineMoved moved -> {}
      case SessionEvent.TimerSet set -> {}
    }
  }

  private void issued(OutstandingToken next) {
    check(isLive(), "gets a token after its end");
    check(next.expiresAt() <= createdAt + LIFE, "gets a token that outlives it");
    check(next.expiresAt() > tokenEnd - TOKEN_LIFE, "gets a token from the past");
    token = next.tokenId();
    tokenEnd = next.expiresAt();
  }

  private boolean isLive() {
    return !state.equals("closed") && !state.equals("expired");
  }

  private long deadline() {
    long end =
        switch (state) {
          case "pending" -> tokenEnd;
          case "active" -> lastActivity + IDLE;
          default -> Math.max(lostAt + WINDOW, token == null ? 0 : tokenEnd);
        };
    return Math.min(end, createdAt + LIFE);
  }

  private void check(boolean holds, String complaint) {
    assertThat(holds).as("%s: %s %s", where, last, complaint).isTrue();
  }
}
