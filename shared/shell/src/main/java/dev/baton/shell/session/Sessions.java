package dev.baton.shell.session;

import dev.baton.core.result.Fault;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionDecision;
import dev.baton.core.session.SessionLimits;
import dev.baton.core.session.SessionMachine;
import dev.baton.core.session.SessionProfile;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands to sessions: load, decide, save on the condition that nobody wrote in between,
 * at most five times. Whoever gets an answer may rely on it being written; its effects follow from
 * the table's stream. Whatever would prolong a session first asks whether its key and its access to
 * the resource still hold, and ends the session if not. Source: command specification, section 5.4.
 * Thread-safe.
 */
public final class Sessions {
  private static final int TRIES = 5;

  private final DynamoSessionStore store;
  private final SessionLimits limits;
  private final SessionAudit audit;
  private final SessionAccess access;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Sessions of one table. */
  public Sessions(
      DynamoSessionStore store,
      SessionLimits limits,
      SessionAudit audit,
      SessionAccess access,
      InstantSource clock) {
    this.store = store;
    this.limits = limits;
    this.audit = audit;
    this.access = access;
    this.clock = clock;
  }

  /** The limits that hold. */
  public SessionLimits limits() {
    return limits;
  }

  /**
   * Makes a session, whose token is handed out by the caller.
   *
   * @return decided, over the quota, or contended when the id is taken
   */
  public SessionHandled open(SessionProfile profile, IssuedToken token, Origin origin) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      String seat = freeSeat(profile);
      if (seat == null) {
        return new SessionHandled.OverQuota();
      }
      SessionHandled handled = open(profile.withSeat(seat), token, origin, clock.millis());
      if (handled != null) {
        return handled;
      }
    }
    return new SessionHandled.Contended();
  }

  /** Null when others were first and another seat may be free. */
  private @Nullable SessionHandled open(
      SessionProfile profile, IssuedToken token, Origin origin, long now) {
    SessionDecision decision = SessionMachine.open(profile, token.hash(), now, limits);
    return switch (store.create(decision, SessionMachine.longestLife(profile, limits))) {
      case SessionSave.Saved() -> {
        SessionCommand made = new SessionCommand.Reissue(token.hash());
        audit.decided(decision.next(), made, decision, origin);
        yield new SessionHandled.Decided(decision.next(), decision);
      }
      case SessionSave.Lost(var current) -> current == null ? null : new SessionHandled.Contended();
      case SessionSave.SeatTaken taken -> null;
    };
  }

  // An owner has as many seats as live sessions are allowed, and each is given once: the quota
  // holds however many open at once. They begin anywhere, so that they rarely meet.
  private @Nullable String freeSeat(SessionProfile profile) {
    int most = limits.maxPerOwner();
    if (most == 0) {
      return profile.sessionId();
    }
    Set<String> taken = store.seatsOfOwner(profile.ownerId(), clock.millis());
    int first = random.nextInt(most);
    for (int next = 0; next < most && taken.size() < most; next++) {
      String seat = Integer.toString((first + next) % most);
      if (!taken.contains(seat)) {
        return seat;
      }
    }
    return null;
  }

  /** The session as it was written last, or null; for handing it on to {@link #handle}. */
  public @Nullable Session load(String sessionId) {
    return store.load(sessionId);
  }

  /** The session as the clock has it, or null. Writes nothing. */
  public @Nullable Session find(String sessionId) {
    Session session = store.load(sessionId);
    return session == null ? null : SessionMachine.seen(session, clock.millis(), limits);
  }

  /** The same, but somebody else's session is like none. */
  public @Nullable Session findOwned(String sessionId, String owner) {
    Session session = find(sessionId);
    return session == null || !session.profile().ownerId().equals(owner) ? null : session;
  }

  /** Handles a command to a session. */
  public SessionHandled handle(String sessionId, SessionCommand command, Origin origin) {
    Session session = store.load(sessionId);
    return session == null ? new SessionHandled.Unknown() : handle(session, command, origin);
  }

  /** Handles a command of an owner; somebody else's session is like none. */
  public SessionHandled handleOwned(
      String sessionId, String owner, SessionCommand command, Origin origin) {
    Session session = store.load(sessionId);
    return session == null || !session.profile().ownerId().equals(owner)
        ? new SessionHandled.Unknown()
        : handle(session, command, origin);
  }

  /** Handles a command, beginning with the session as the store has lately given it. */
  public SessionHandled handle(Session known, SessionCommand command, Origin origin) {
    Session session = known;
    String withdrawn = wouldProlong(session, command) ? access.withdrawn(session.profile()) : null;
    if (withdrawn != null) {
      SessionHandled ended = decide(session, new SessionCommand.Revoke(withdrawn), origin);
      if (!(ended instanceof SessionHandled.Decided(Session before, SessionDecision decision))) {
        return ended;
      }
      session = decision.next();
    }
    return decide(session, command, origin);
  }

  // What is refused anyway costs no look at rights.
  private boolean wouldProlong(Session session, SessionCommand command) {
    return prolongs(command)
        && session.state().isLive()
        && SessionMachine.decide(session, command, clock.millis(), limits).refusal() == null;
  }

  private static boolean prolongs(SessionCommand command) {
    return switch (command) {
      case SessionCommand.Attach attach -> true;
      case SessionCommand.Reconnect reconnect -> true;
      case SessionCommand.Reissue reissue -> true;
      case SessionCommand.Fire fire -> true;
      case SessionCommand.Engage engage -> true;
      case SessionCommand.Knock knock -> false;
      case SessionCommand.Drop drop -> false;
      case SessionCommand.Touch touch -> false;
      case SessionCommand.End end -> false;
      case SessionCommand.Revoke revoke -> false;
    };
  }

  private SessionHandled decide(Session known, SessionCommand command, Origin origin) {
    Session session = known;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      SessionDecision decision = SessionMachine.decide(session, command, clock.millis(), limits);
      SessionSave save =
          decision.writes() ? store.save(session, decision) : new SessionSave.Saved();
      switch (save) {
        case SessionSave.Saved() -> {
          audit.decided(session, command, decision, origin);
          return new SessionHandled.Decided(session, decision);
        }
        case SessionSave.Lost(@Nullable Session current) -> {
          Session now = current == null ? store.load(session.id()) : current;
          if (now == null) {
            return new SessionHandled.Unknown();
          }
          session = now;
        }
        case SessionSave.SeatTaken never ->
            throw new IllegalStateException("A seat is left, not taken.");
      }
    }
    return new SessionHandled.Contended();
  }

  /**
   * Ends a session whose rights were withdrawn.
   *
   * @param reason why, as it is kept with its end
   * @return whether it lived until now
   * @throws Fault when others wrote it all the time; the same call may be repeated
   */
  public boolean revoke(String sessionId, String reason, Origin origin) {
    return switch (handle(sessionId, new SessionCommand.Revoke(reason), origin)) {
      case SessionHandled.Decided(var before, var decision) ->
          before.state().isLive() && !decision.next().state().isLive();
      case SessionHandled.Unknown gone -> false;
      case SessionHandled.Contended busy ->
          throw new Fault(Fault.Category.CONFLICT, "Session " + sessionId + " is contended.");
      case SessionHandled.OverQuota never -> throw new IllegalStateException("Nothing is made.");
    };
  }

  /** The live sessions of an owner. */
  public List<OwnedSession> ofOwner(String owner) {
    return store.ofOwner(owner, clock.millis());
  }
}
