package dev.baton.agent.handoff;

import dev.baton.agent.core.access.Pass;
import dev.baton.agent.core.handoff.AgentHandoff;
import dev.baton.agent.core.handoff.AgentView;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.AgentSave;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoTicketStore;
import dev.baton.core.command.Protocol;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.session.OutstandingToken;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionMachine;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.HandoffSessions;
import dev.baton.shell.session.IssuedToken;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.SessionHandled;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.session.Tokens;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Issues what opens a session: a ticket for streams, the shared session's own token for sockets.
 * Thread-safe.
 */
public final class AgentHandoffs implements HandoffSessions {
  /** The most attempts to reconnect that are ever told of: as many as an hour has. */
  public static final int MOST_ATTEMPTS = 100;

  private static final int TRIES = 5;

  private final Sessions sessions;
  private final DynamoAgentStore store;
  private final DynamoEventLog log;
  private final DynamoTicketStore tickets;
  private final Tokens tokens;
  private final HandoffPlaces places;
  private final InstantSource clock;

  /** Handoffs. */
  public AgentHandoffs(
      Sessions sessions,
      DynamoAgentStore store,
      DynamoEventLog log,
      DynamoTicketStore tickets,
      Tokens tokens,
      HandoffPlaces places,
      InstantSource clock) {
    this.sessions = sessions;
    this.store = store;
    this.log = log;
    this.tickets = tickets;
    this.tokens = tokens;
    this.places = places;
    this.clock = clock;
  }

  /** Where a call comes from, for audit lines. */
  public static Origin origin(Call call) {
    String agent = call.request().header("user-agent");
    return new Origin(call.request().sourceIp(), agent == null ? "" : agent, call.traceId());
  }

  /** What a viewer is shown first: that run, or whichever comes, after that number. */
  public AgentView view(String sessionId, @Nullable String runId, @Nullable Long after) {
    return new AgentView(runId, after, log.last(sessionId));
  }

  /** A new ticket for streams of a session; of one run when the view is of one. */
  public AgentHandoff stream(Session session, AgentView view) {
    long usableUntil = clock.millis() + places.ticketLife().toMillis();
    long end = SessionMachine.longestLife(session.profile(), sessions.limits());
    IssuedToken ticket =
        tickets.issue(
            Pass.ticket(session.id(), session.profile().ownerId(), view.runId(), usableUntil, end));
    return new AgentHandoff(
        session.id(),
        Protocol.SSE,
        places.streams() + "api/agent/stream" + view.query(session.id()),
        ticket.text(),
        usableUntil,
        attempts(session),
        view);
  }

  /** The token that was just issued to a session for its socket. */
  public AgentHandoff socket(Session session, IssuedToken token, AgentView view) {
    OutstandingToken outstanding = session.token();
    if (outstanding == null) {
      throw new IllegalArgumentException("Session " + session.id() + " has no token to hand out.");
    }
    return new AgentHandoff(
        session.id(),
        Protocol.WEBSOCKET,
        places.sockets() + "?session=" + session.id(),
        token.text(),
        outstanding.expiresAt(),
        attempts(session),
        view);
  }

  private static int attempts(Session session) {
    return Math.min(MOST_ATTEMPTS, session.reconnectsLeft());
  }

  /** What came of asking a session for something to open it with. */
  public sealed interface Issued {

    /** It was issued. */
    record Handoff(AgentHandoff handoff) implements Issued {}

    /** It was refused. */
    record Not(Refused refusal) implements Issued {}
  }

  /**
   * Issues for a session that may be in use already.
   *
   * @param command what the shared session is asked, made of the hash of a token
   */
  public Issued renew(Session session, Renewal renewal, AgentView view, Call call) {
    boolean streams = renewal.protocol() == Protocol.SSE;
    if (!streams && !markPushed(session.id())) {
      return new Issued.Not(AgentErrors.contended());
    }
    IssuedToken token = tokens.issue();
    return switch (sessions.handle(session, renewal.command(token.hash()), origin(call))) {
      case SessionHandled.Decided(var before, SessionDecision decision) ->
          decision.refusal() == null
              ? new Issued.Handoff(
                  streams ? stream(decision.next(), view) : socket(decision.next(), token, view))
              : new Issued.Not(AgentErrors.refused(decision.refusal()));
      case SessionHandled.Contended busy -> new Issued.Not(AgentErrors.contended());
      case SessionHandled.Unknown gone -> new Issued.Not(AgentErrors.noSession());
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  /** From now on events of the session are pushed to its socket as well. */
  private boolean markPushed(String sessionId) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AgentSession conversation = store.session(sessionId);
      if (conversation != null && conversation.sockets()) {
        return true;
      }
      if (conversation != null && store.save(conversation.pushed()) == AgentSave.SAVED) {
        return true;
      }
    }
    return false;
  }

  @Override
  public CommandResult reissue(String sessionId, Call call) {
    AgentSession conversation = store.sessionOf(sessionId, call.owner());
    Session session = sessions.findOwned(sessionId, call.owner());
    if (conversation == null || session == null || !session.state().isLive()) {
      return AgentErrors.usedSession(sessionId);
    }
    tickets.revokeUnused(sessionId);
    Renewal renewal = conversation.sockets() ? Renewal.SOCKET_AGAIN : Renewal.STREAM_AGAIN;
    AgentView view = view(sessionId, conversation.inflightRun(), null);
    return switch (renew(session, renewal, view, call)) {
      case Issued.Handoff(AgentHandoff handoff) ->
          handoff.result("New token issued for the same session.");
      case Issued.Not not -> AgentErrors.usedSession(sessionId);
    };
  }

  @Override
  public void discard(String sessionId, Call call) {
    tickets.revokeUnused(sessionId);
    sessions.handleOwned(
        sessionId, call.owner(), new SessionCommand.Revoke("handoff-invalid"), origin(call));
  }
}
