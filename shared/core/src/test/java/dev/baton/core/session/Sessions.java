package dev.baton.core.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.access.Scopes;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionCommand.Entry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One session and its clock, told what happens. */
final class Sessions {
  static final long START = 1_768_471_200_000L;
  static final String FIRST_TOKEN = hash("first");

  private final SessionLimits limits;
  private final List<SessionEvent> events = new ArrayList<>();
  private Session session;
  private SessionDecision last;
  private long now = START;

  private Sessions(SessionLimits limits, boolean invisible) {
    this.limits = limits;
    this.last = SessionMachine.open(profile(invisible, limits), FIRST_TOKEN, START, limits);
    this.session = last.next();
  }

  static Sessions open() {
    return new Sessions(SessionLimits.DEFAULTS, false);
  }

  static Sessions openInvisible() {
    return new Sessions(SessionLimits.DEFAULTS, true);
  }

  static Sessions open(SessionLimits limits) {
    return new Sessions(limits, false);
  }

  static String hash(String token) {
    return "%064x".formatted(new BigInteger(1, token.getBytes(UTF_8)));
  }

  static SessionProfile profile(boolean invisible, SessionLimits limits) {
    return new SessionProfile(
        "ses_4kq0Zt1mB7cX2vNn8aYwPg",
        "chat",
        "chat:general",
        "ada",
        "key-1",
        Scopes.parse("*"),
        "websocket",
        new SessionParticipant("p_b1c9e07a54d2", "Ada", invisible),
        JsonObject.builder().put("roomId", "general").build(),
        new WayBack("chat-connect", "chat-reconnect"),
        limits.maxReconnects(),
        41,
        START);
  }

  Sessions after(long milliseconds) {
    now += milliseconds;
    return this;
  }

  Sessions afterSeconds(long seconds) {
    return after(seconds * 1_000);
  }

  Sessions afterMinutes(long minutes) {
    return after(minutes * 60_000);
  }

  Sessions at(long instant) {
    now = instant;
    return this;
  }

  Sessions does(SessionCommand command) {
    last = SessionMachine.decide(session, command, now, limits);
    session = last.next();
    events.addAll(last.events());
    return this;
  }

  Sessions attach(String connection, String token) {
    return does(new SessionCommand.Attach(connection, now, hash(token), Entry.AT_UPGRADE, null));
  }

  Sessions authenticate(String connection, String token) {
    return does(new SessionCommand.Attach(connection, now, hash(token), Entry.FIRST_FRAME, null));
  }

  Sessions knock(String connection) {
    return does(new SessionCommand.Knock(connection));
  }

  Sessions drop(String connection) {
    return does(new SessionCommand.Drop(connection));
  }

  Sessions reconnect(String token) {
    return does(new SessionCommand.Reconnect(hash(token), null));
  }

  Sessions touch(@Nullable String connection) {
    return does(new SessionCommand.Touch(connection, null));
  }

  Sessions fire() {
    return does(new SessionCommand.Fire(hash("handover")));
  }

  Sessions end() {
    return does(new SessionCommand.End(null));
  }

  Session session() {
    return session;
  }

  SessionState state() {
    return session.state();
  }

  SessionDecision last() {
    return last;
  }

  List<SessionEffect> effects() {
    return last.effects();
  }

  @Nullable SessionRefusal refusal() {
    return last.refusal();
  }

  List<SessionEvent> events() {
    return events;
  }

  long now() {
    return now;
  }
}
