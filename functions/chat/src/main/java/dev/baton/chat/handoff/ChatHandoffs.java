package dev.baton.chat.handoff;

import dev.baton.chat.core.handoff.ChatHandoff;
import dev.baton.chat.core.handoff.HandoffWords;
import dev.baton.chat.room.Rooms;
import dev.baton.chat.schema.ChatErrors;
import dev.baton.core.handoff.HandoffResult.CatchUp;
import dev.baton.core.result.CommandResult;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionProfile;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.HandoffSessions;
import dev.baton.shell.room.LogHead;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Issues tokens of sessions and answers with them. Thread-safe. */
public final class ChatHandoffs implements HandoffSessions {
  private final Sessions sessions;
  private final Rooms rooms;
  private final Tokens tokens;
  private final URI endpoint;

  /**
   * Handoffs.
   *
   * @param endpoint the address that clients open, without a query
   */
  public ChatHandoffs(Sessions sessions, Rooms rooms, Tokens tokens, URI endpoint) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.tokens = tokens;
    this.endpoint = endpoint;
  }

  /** Makes a session and hands it off. */
  public CommandResult open(SessionProfile profile, Call call) {
    IssuedToken token = tokens.issue();
    return switch (sessions.open(profile, token, origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          fresh(
              decision.next(),
              token,
              profile.joinedSeq(),
              HandoffWords.made(profile.resourceId(), sessions.limits().handoffExpiry()));
      case SessionHandled.OverQuota full -> {
        Session made = sessions.findOwned(profile.sessionId(), profile.ownerId());
        yield made != null && made.state().isLive()
            ? reissue(made.id(), call)
            : ChatErrors.quota(sessions.limits().maxPerOwner());
      }
      case SessionHandled.Contended taken -> again(profile, call);
      case SessionHandled.Unknown never -> throw new IllegalStateException("A session is made.");
    };
  }

  /** The session is there: an earlier try of the same call made it, and perhaps it has ended. */
  private CommandResult again(SessionProfile profile, Call call) {
    Session made = sessions.findOwned(profile.sessionId(), profile.ownerId());
    if (made == null) {
      return ChatErrors.contended();
    }
    return made.state().isLive()
        ? reissue(made.id(), call)
        : open(profile.withSessionId(tokens.sessionId()), call);
  }

  /**
   * Hands a live session off again.
   *
   * @param head the session's room
   * @param fromSeq the place to catch up from; null for the last one that the client confirmed
   */
  public CommandResult renew(Session session, LogHead head, @Nullable Long fromSeq, Call call) {
    IssuedToken token = tokens.issue();
    SessionCommand reconnect = new SessionCommand.Reconnect(token.hash(), fromSeq);
    return switch (sessions.handle(session, reconnect, origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          decision.refusal() == null
              ? renewed(decision.next(), token, head)
              : ChatErrors.refused(decision.refusal(), session.id());
      case SessionHandled.Contended busy -> ChatErrors.contended();
      case SessionHandled.Unknown gone -> ChatErrors.noSession();
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  @Override
  public CommandResult reissue(String sessionId, Call call) {
    IssuedToken token = tokens.issue();
    SessionCommand again = new SessionCommand.Reissue(token.hash());
    return switch (sessions.handleOwned(sessionId, call.owner(), again, origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          decision.refusal() == null
              ? reissued(decision.next(), token)
              : ChatErrors.usedSession(sessionId);
      case SessionHandled.Contended busy -> ChatErrors.contended();
      case SessionHandled.Unknown gone -> ChatErrors.usedSession(sessionId);
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  @Override
  public void discard(String sessionId, Call call) {
    sessions.handleOwned(
        sessionId, call.owner(), new SessionCommand.Revoke("handoff-invalid"), origin(call));
  }

  /** Where a call comes from, for audit lines. */
  public static Origin origin(Call call) {
    String agent = call.request().header("user-agent");
    return new Origin(call.request().sourceIp(), agent == null ? "" : agent, call.traceId());
  }

  private CommandResult reissued(Session session, IssuedToken token) {
    SessionProfile profile = session.profile();
    LogHead head = rooms.find(profile.resourceId(), profile.ownerId());
    return fresh(
        session,
        token,
        head == null ? profile.joinedSeq() : head.seq(),
        HandoffWords.reissued(profile.resourceId(), sessions.limits().handoffExpiry()));
  }

  private CommandResult fresh(Session session, IssuedToken token, long lastSeq, String reasoning) {
    CatchUp catchUp = new CatchUp(null, id(session, lastSeq), lastSeq, 0);
    return ChatHandoff.of(session, token.text(), endpoint.toString(), catchUp, reasoning);
  }

  private CommandResult renewed(Session session, IssuedToken token, LogHead head) {
    long from = session.ackSeq();
    long missed = Math.max(0, head.seq() - from);
    CatchUp catchUp = new CatchUp(id(session, from), id(session, head.seq()), head.seq(), missed);
    return ChatHandoff.of(
        session, token.text(), endpoint.toString(), catchUp, HandoffWords.renewed(missed));
  }

  private static @Nullable String id(Session session, long seq) {
    return SequenceCursor.idOf(seq, Rooms.mark(session.profile().resourceId()));
  }
}
