package dev.baton.agent.start;

import dev.baton.agent.handoff.AgentHandoffs;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionParticipant;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Call;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Makes the session that all domains have, once for each call that can be repeated. */
final class SessionOpening {
  private static final WayBack WAY_BACK = new WayBack("agent-start", "agent-reconnect");
  private static final String PROTOCOL = "sse+websocket";
  private static final String NAME = "Owner";

  /** More than the rate of an hour gives in the longest life. */
  private static final int MAX_RECONNECTS = 10_000;

  private final Sessions sessions;
  private final Tokens tokens;
  private final InstantSource clock;

  SessionOpening(Sessions sessions, Tokens tokens, InstantSource clock) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Opened {

    /** The session; none when it was refused. */
    default Session session() {
      throw new IllegalStateException("No session was opened.");
    }

    /**
     * It is new.
     *
     * @param token the token that was issued with it
     */
    record Fresh(Session session, IssuedToken token) implements Opened {}

    /** An earlier try of the same call made it. */
    record Known(Session session) implements Opened {}

    /** There is none. */
    record Not(Refused refusal) implements Opened {}
  }

  Opened open(AgentStartInput input, Call call) {
    SessionProfile profile = profile(sessionId(input, call), call);
    IssuedToken token = tokens.issue();
    return switch (sessions.open(profile, token, AgentHandoffs.origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          new Opened.Fresh(decision.next(), token);
      case SessionHandled.OverQuota full -> {
        Session made = sessions.findOwned(profile.sessionId(), profile.ownerId());
        yield made == null
            ? new Opened.Not(AgentErrors.tooManySessions(sessions.limits().maxPerOwner()))
            : known(made);
      }
      case SessionHandled.Contended taken ->
          known(sessions.findOwned(profile.sessionId(), profile.ownerId()));
      case SessionHandled.Unknown never -> throw new IllegalStateException("A session is made.");
    };
  }

  private static Opened known(@Nullable Session made) {
    if (made == null) {
      return new Opened.Not(AgentErrors.contended());
    }
    return made.state().isLive()
        ? new Opened.Known(made)
        : new Opened.Not(AgentErrors.usedSession(made.id()));
  }

  private String sessionId(AgentStartInput input, Call call) {
    String own = input.clientRequestId();
    if (own != null) {
      return Tokens.sessionId(call.owner(), "agent-start client " + own);
    }
    String key = call.repeatKey();
    return key == null
        ? tokens.sessionId()
        : Tokens.sessionId(call.owner(), "agent-start key " + key);
  }

  private SessionProfile profile(String sessionId, Call call) {
    return new SessionProfile(
        sessionId,
        "agent",
        "agent:" + sessionId,
        call.owner(),
        call.caller().keyId(),
        call.caller().scopes(),
        PROTOCOL,
        new SessionParticipant("owner", NAME, true),
        JsonObject.builder().put("session_id", sessionId).build(),
        WAY_BACK,
        MAX_RECONNECTS,
        0,
        clock.millis());
  }
}
