package dev.baton.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.session.SessionCommand.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of commands and times against a model of a session. A failure prints the seed of
 * its sequence and every step.
 */
class SessionWalkTest {
  private static final int SEQUENCES = 20_000;
  private static final long FIRST_SEED = 20_260_115;
  private static final long STABLE = 60_000;

  /** The model has no step in its activity. */
  private static final SessionLimits LIMITS = withoutStep();

  private static final Set<String> LEGAL =
      Set.of(
          "pending>active",
          "pending>closed",
          "pending>expired",
          "active>disconnected",
          "active>closed",
          "active>expired",
          "disconnected>active",
          "disconnected>closed",
          "disconnected>expired");

  @Test
  void randomSequencesNeverLeaveTheModel() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      new Walk(FIRST_SEED + sequence).run();
    }
  }

  private static SessionLimits withoutStep() {
    SessionLimits usual = SessionLimits.DEFAULTS;
    return new SessionLimits(
        usual.handoffExpiry(),
        usual.idle(),
        usual.reconnectWindow(),
        usual.maxLife(),
        usual.maxReconnects(),
        usual.stableAfter(),
        Duration.ZERO,
        usual.expiryWarning(),
        usual.authDeadline(),
        usual.handover(),
        usual.maxPerOwner());
  }

  /** One sequence. */
  private static final class Walk {
    private final long seed;
    private final SplittableRandom random;
    private final List<String> steps = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>(List.of(Sessions.hash("t0")));
    private final SessionModel model = new SessionModel(Sessions.hash("t0"), Sessions.START);
    private final Set<String> accepted = new HashSet<>();
    private Session session =
        SessionMachine.open(
                Sessions.profile(false, LIMITS), Sessions.hash("t0"), Sessions.START, LIMITS)
            .next();
    private long now = Sessions.START;

    Walk(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void run() {
      int length = random.nextInt(5, 40);
      for (int step = 0; step < length; step++) {
        now += pause();
        step();
      }
      now = Math.max(now, session.deadline());
      if (session.state().isLive()) {
        decide(new SessionCommand.Fire(fresh()));
        check(session.state() == SessionState.EXPIRED, "does not end by its timer");
      }
    }

    private long pause() {
      return switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> random.nextLong(2_000);
        case 4, 5, 6 -> random.nextLong(90_000);
        case 7, 8 -> random.nextLong(8 * 60_000);
        default -> random.nextBoolean() ? untilDeadline() : random.nextLong(40 * 60_000);
      };
    }

    private long untilDeadline() {
      return Math.max(0, session.deadline() - now - random.nextInt(2));
    }

    private void step() {
      String connection = "c" + random.nextInt(5);
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> attach(connection, Entry.AT_UPGRADE);
        case 3 -> {
          decide(new SessionCommand.Knock(connection));
          attach(connection, Entry.FIRST_FRAME);
        }
        case 4, 5 -> {
          model.dropped(connection, now);
          decide(new SessionCommand.Drop(connection));
        }
        case 6, 7 -> reconnect();
        case 8 -> touch(connection);
        case 9 -> fire();
        case 10 -> {
          model.engaged(now);
          decide(new SessionCommand.Engage());
        }
        default -> end();
      }
    }

    private void attach(String connection, Entry entry) {
      String token = tokens.get(random.nextInt(Math.max(0, tokens.size() - 3), tokens.size()));
      boolean opens = model.opens(token, connection, now);
      boolean flooded = session.entrance().isFlooded(now);
      boolean late = entry == Entry.FIRST_FRAME && session.entrance().knockOf(connection) == null;
      boolean used = accepted.contains(token);
      SessionDecision decision =
          decide(new SessionCommand.Attach(connection, now, token, entry, null));
      boolean done = decision.refusal() == null;
      check(!done || opens, "opened by a token that opens nothing");
      check(!done || !used, "a token was accepted twice");
      check(done || !opens || flooded || late, "the outstanding token was refused");
      if (done) {
        accepted.add(token);
        model.attached(connection, now);
        checkState();
      }
    }

    private void reconnect() {
      String token = fresh();
      LiveConnection current = session.connection();
      boolean stable = current != null && now - current.openedAt() >= STABLE;
      int before = stable ? 0 : session.reconnectAttempts();
      boolean live = model.isLive() && !model.state(now).equals("expired");
      SessionDecision decision = decide(new SessionCommand.Reconnect(token, null));
      boolean done = decision.refusal() == null;
      check(done == (live && before < 5), "attempts are counted otherwise");
      if (done) {
        check(session.reconnectAttempts() == before + 1, "an attempt was not counted");
        model.issue(token, now);
        model.heard(now);
        tokens.add(token);
        checkState();
      }
    }

    private void touch(String connection) {
      model.state(now);
      if (model.isCurrent(connection)) {
        model.heard(now);
      }
      decide(new SessionCommand.Touch(connection, null));
    }

    private void fire() {
      String token = fresh();
      SessionDecision decision = decide(new SessionCommand.Fire(token));
      if (decision.issued() != null) {
        model.issue(token, now);
        tokens.add(token);
      }
    }

    private void end() {
      model.closed(now);
      decide(
          random.nextBoolean()
              ? new SessionCommand.End(null)
              : new SessionCommand.Revoke("key-revoked"));
    }

    private String fresh() {
      return Sessions.hash("t" + steps.size() + "-" + tokens.size());
    }

    private SessionDecision decide(SessionCommand command) {
      steps.add(now + " " + command);
      SessionState before = session.state();
      Session previous = session;
      SessionDecision decision = SessionMachine.decide(session, command, now, LIMITS);
      session = decision.next();
      String move = before.wireName() + ">" + session.state().wireName();
      check(before == session.state() || LEGAL.contains(move), "illegal transition " + move);
      check(decision.writes() || session.equals(previous), "a change that is not written");
      check(!decision.writes() || session.version() == previous.version() + 1, "version skipped");
      check(!session.state().isLive() || now < session.deadline(), "outlives its deadline");
      check(
          !session.state().isLive() || session.timerAt() <= session.deadline(),
          "its timer comes late");
      if (!(command instanceof SessionCommand.Attach)
          && !(command instanceof SessionCommand.Reconnect)) {
        checkState();
      }
      return decision;
    }

    private void checkState() {
      String expected = model.state(now);
      check(session.state().wireName().equals(expected), "the model is " + expected);
      check(
          !session.state().isLive() || session.deadline() == model.deadline(),
          "the model ends at " + model.deadline() + ", not at " + session.deadline());
    }

    private void check(boolean holds, String complaint) {
      if (!holds) {
        assertThat(steps).as("seed %s: %s, but %s", seed, session, complaint).isNull();
      }
    }
  }
}
