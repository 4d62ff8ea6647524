package dev.baton.core.session;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a session promises, kept a second time and more simply: five facts, no effects. Written from
 * the specification, not from the machine.
 */
final class SessionModel {
  private static final long MINUTE = 60_000;
  private static final long TOKEN_LIFE = 5 * MINUTE;
  private static final long IDLE = 30 * MINUTE;
  private static final long WINDOW = 5 * MINUTE;
  private static final long LIFE = 24 * 60 * MINUTE;

  private final Set<String> used = new HashSet<>();
  private final long createdAt;
  private String state = "pending";
  private @Nullable String token;
  private long tokenEnd;
  private @Nullable String connection;
  private long lastActivity;
  private long lostAt;

  SessionModel(String token, long now) {
    this.createdAt = now;
    issue(token, now);
  }

  String state(long now) {
    if (isLive() && now >= deadline()) {
      state = "expired";
      token = null;
      connection = null;
    }
    return state;
  }

  boolean isLive() {
    return !state.equals("closed") && !state.equals("expired");
  }

  long deadline() {
    long end =
        switch (state) {
          case "pending" -> tokenEnd;
          case "active" -> lastActivity + IDLE;
          default -> Math.max(lostAt + WINDOW, token == null ? 0 : tokenEnd);
        };
    return Math.min(end, createdAt + LIFE);
  }

  /** Whether this token opens the session now. */
  boolean opens(String presented, String by, long now) {
    state(now);
    return isLive()
        && presented.equals(token)
        && now < tokenEnd
        && !used.contains(presented)
        && !by.equals(connection);
  }

  void attached(String by, long now) {
    used.add(String.valueOf(token));
    token = null;
    connection = by;
    state = "active";
    lastActivity = now;
  }

  boolean isCurrent(String candidate) {
    return candidate.equals(connection);
  }

  void dropped(String gone, long now) {
    state(now);
    if (isCurrent(gone)) {
      connection = null;
      state = "disconnected";
      lostAt = now;
    }
  }

  void issue(String issued, long now) {
    token = issued;
    tokenEnd = Math.min(now + TOKEN_LIFE, createdAt + LIFE);
  }

  void heard(long now) {
    if (state.equals("active")) {
      lastActivity = now;
    }
  }

  void engaged(long now) {
    state(now);
    if (isLive()) {
      state = "active";
      lastActivity = now;
    }
  }

  void closed(long now) {
    state(now);
    if (isLive()) {
      state = "closed";
      token = null;
      connection = null;
    }
  }
}
