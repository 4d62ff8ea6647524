package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Confirmed;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Queued;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Started;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Unknown;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.participant.row.Rows;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Closes a decision: numbers its effects, timers first, starts the head of the outbox and puts the
 * result together. Source: survey spec §1, §3.3 and §6.1.
 */
final class Settlement {
  /** Bytes that a participant item may have. */
  static final int LARGEST_ITEM = 256 * 1024;

  private static final long LONGEST_DELIVERY = 600_000;

  private Settlement() {}

  /** The decision; null when the participant would become too large. */
  static @Nullable Decision settle(Turn turn) {
    Retrying.releaseOverdue(turn);
    Walking.goOnWithBurst(turn);
    queueEffects(turn);
    boolean wakes = startHead(turn);
    if (turn.events().isEmpty()) {
      return unchanged(turn);
    }
    Decision decision = committed(turn, wakes);
    boolean tooMany = decision.next().outbox().size() > Outbox.ROOM;
    return tooMany || isTooLarge(decision.body()) ? null : decision;
  }

  private static Decision committed(Turn turn, boolean wakes) {
    Participant next = turn.participant().nextVersion();
    String body = ParticipantJson.toJson(next).write();
    Outcome outcome = turn.outcome();
    return new Decision(
        next,
        turn.events(),
        outcome == null ? new Outcome.Committed() : outcome,
        turn.rows(),
        wakes,
        body,
        turn.metrics());
  }

  /** A decision that cannot be made yet. */
  static Decision lacking(Participant participant, Need need) {
    return new Decision(
        participant, List.of(), new Outcome.Lacks(need), Rows.NONE, false, "", Map.of());
  }

  /** A decision whose input is put aside; what it does is small, so no limit is looked at. */
  static Decision deadLettered(Turn turn, String reason) {
    turn.deadLetter(reason);
    queueEffects(turn);
    return committed(turn, startHead(turn));
  }

  private static Decision unchanged(Turn turn) {
    Outcome outcome = turn.outcome();
    return new Decision(
        turn.before(),
        List.of(),
        outcome == null ? new Outcome.Inert("nothing_to_do") : outcome,
        turn.rows(),
        false,
        "",
        turn.metrics());
  }

  private static void queueEffects(Turn turn) {
    List<Function<String, Effect>> ahead = new ArrayList<>();
    List<Function<String, Effect>> behind = new ArrayList<>();
    retryTimer(turn, ahead);
    List<Function<String, Effect>> timers = turn.timers().goesAhead() ? ahead : behind;
    waitTimer(turn, timers);
    reminder(turn, timers);
    cancelWaitTimer(turn, timers);
    int timersFirst = ahead.size() + behind.size();
    turn.drafts().forEach(draft -> behind.add(draft.make()));
    if (ahead.isEmpty() && behind.isEmpty()) {
      return;
    }
    Draft opening = turn.opening();
    String openedBy =
        opening == null ? null : id(turn, timersFirst + turn.drafts().indexOf(opening));
    List<Effect> first = numbered(turn, ahead, 0);
    List<Effect> rest = numbered(turn, behind, first.size());
    turn.emit(new SurveyEvent.EffectsQueued(turn.number(), first, rest, openedBy));
  }

  private static void retryTimer(Turn turn, List<Function<String, Effect>> timers) {
    Long due = turn.timers().retryAt();
    if (due != null) {
      arm(turn, timers, TimerKind.RETRY, due);
      turn.emit(new SurveyEvent.RetrySet(new Timer(due, turn.number())));
    }
  }

  private static void waitTimer(Turn turn, List<Function<String, Effect>> timers) {
    RunningWait wait = turn.participant().waiting();
    if (wait == null || wait.suspended()) {
      return;
    }
    OptionalLong due = wait.armed().due();
    Timer timer = wait.timer();
    boolean same = timer != null && due.isPresent() && timer.due() == due.getAsLong();
    if (due.isEmpty() || (same && !turn.timers().armsWaitAgain())) {
      return;
    }
    arm(turn, timers, TimerKind.WAIT, due.getAsLong());
    Timer next = new Timer(due.getAsLong(), turn.number());
    turn.emit(new SurveyEvent.WaitChanged(wait.withTimer(next)));
  }

  private static void reminder(Turn turn, List<Function<String, Effect>> timers) {
    Long due = turn.timers().remindAt();
    if (due != null) {
      arm(turn, timers, TimerKind.FOLLOWUP, due);
      turn.emit(new SurveyEvent.FollowUpSet(new Timer(due, turn.number())));
    }
  }

  private static void arm(
      Turn turn, List<Function<String, Effect>> timers, TimerKind kind, long due) {
    timers.add(id -> new Effect.ArmTimer(id, kind, turn.number(), due));
  }

  private static void cancelWaitTimer(Turn turn, List<Function<String, Effect>> timers) {
    RunningWait old = turn.before().waiting();
    Timer timer = old == null ? null : old.timer();
    RunningWait current = turn.participant().waiting();
    boolean kept = current != null && timer != null && timer.equals(current.timer());
    if (timer != null && !kept && !turn.timers().hasWaitFired(timer.round())) {
      timers.add(id -> new Effect.CancelTimer(id, TimerKind.WAIT, timer.round()));
    }
  }

  private static List<Effect> numbered(
      Turn turn, List<Function<String, Effect>> effects, int from) {
    List<Effect> numbered = new ArrayList<>(effects.size());
    for (Function<String, Effect> make : effects) {
      numbered.add(make.apply(id(turn, from + numbered.size())));
    }
    return numbered;
  }

  private static String id(Turn turn, int index) {
    return turn.number() + ":" + index;
  }

  /** Starts the next attempt of the head; answers whether nobody is there to perform it. */
  private static boolean startHead(Turn turn) {
    OutboxEntry head = turn.participant().outbox().head();
    boolean stopped = turn.state() == State.USER_BLOCKED;
    if (head == null || stopped) {
      return false;
    }
    if (!head.isReady(turn.now())) {
      return isAbandoned(head, turn.now());
    }
    turn.emit(new SurveyEvent.EffectStarted(head.id(), turn.now()));
    return !turn.before().outbox().isRunning();
  }

  /** Whether whoever had the head in hand is gone: no delivery lasts that long. */
  private static boolean isAbandoned(OutboxEntry head, long now) {
    return switch (head.status()) {
      case Started(int attempt, long at) -> now - at > LONGEST_DELIVERY;
      case Confirmed(int attempt, long at) -> now - at > LONGEST_DELIVERY;
      case Queued queued -> false;
      case Unknown unknown -> false;
    };
  }

  /** No character takes more than three bytes, so nearly all items need not be written as bytes. */
  private static boolean isTooLarge(String body) {
    return 3L * body.length() > LARGEST_ITEM
        && body.getBytes(StandardCharsets.UTF_8).length > LARGEST_ITEM;
  }
}
