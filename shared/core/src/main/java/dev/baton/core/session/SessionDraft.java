package dev.baton.core.session;

import org.jspecify.annotations.Nullable;

/** The next session in the making. Lives within one evolution. */
final class SessionDraft {
  private final Session before;
  SessionState state;
  long version;
  @Nullable Long connectedAt;
  @Nullable Long disconnectedAt;
  long lastActivity;
  @Nullable Ending ending;
  long deadline;
  long timerAt;
  @Nullable LiveConnection connection;
  @Nullable OutstandingToken token;
  int reconnectAttempts;
  Entrance entrance;
  long ackSeq;

  SessionDraft(Session before) {
    this.before = before;
    this.state = before.state();
    this.version = before.version();
    this.connectedAt = before.connectedAt();
    this.disconnectedAt = before.disconnectedAt();
    this.lastActivity = before.lastActivity();
    this.ending = before.ending();
    this.deadline = before.deadline();
    this.timerAt = before.timerAt();
    this.connection = before.connection();
    this.token = before.token();
    this.reconnectAttempts = before.reconnectAttempts();
    this.entrance = before.entrance();
    this.ackSeq = before.ackSeq();
  }

  Session build() {
    return new Session(
        before.profile(),
        version,
        state,
        connectedAt,
        disconnectedAt,
        lastActivity,
        ending,
        deadline,
        timerAt,
        connection,
        token,
        reconnectAttempts,
        entrance,
        ackSeq);
  }
}
