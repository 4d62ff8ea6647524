package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Queued;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Effects that wait before they go again, and the timer that lets them. Source: survey spec §3.4
 * and §6.4.
 */
final class Retrying {
  private static final List<Long> CONTROL_DELAYS = List.of(30_000L, 120_000L, 300_000L);
  private static final long MINUTE = 60_000;
  private static final long LONGEST_MINUTES = 60;
  private static final int MOST_RETRIES = 24;
  private static final long WINDOW = 23 * 60 * MINUTE;

  private Retrying() {}

  /**
   * How long passing or taking control waits after that many attempts; null when it is given up.
   */
  static @Nullable Long controlDelay(int attempts) {
    return attempts <= CONTROL_DELAYS.size() ? CONTROL_DELAYS.get(attempts - 1) : null;
  }

  /**
   * When a refused message goes again, or null when only somebody can let it go.
   *
   * @param refusals refusals in a row, this one included
   * @param lastMessageAt when the participant last wrote
   */
  static @Nullable Long messageRetryAt(long now, int refusals, long lastMessageAt) {
    int doublings = Math.min(refusals - 1, 6);
    Long due = now + Math.min(LONGEST_MINUTES, 1L << doublings) * MINUTE;
    return refusals > MOST_RETRIES || due > lastMessageAt + WINDOW ? null : due;
  }

  /** Lets the effect wait until that time, behind a timer. */
  static void delay(Turn turn, OutboxEntry entry, long until) {
    turn.emit(new SurveyEvent.EffectDelayed(entry.id(), until));
    turn.timers().retryAt(until);
  }

  /** Lets an effect without known result wait for its echo, behind a timer. */
  static void doubt(Turn turn, OutboxEntry entry, long until) {
    turn.emit(new SurveyEvent.EffectDoubted(entry.id()));
    turn.timers().retryAt(until);
  }

  /** The retry timer fired. */
  static void fired(Turn turn, long round, Firing firing) {
    Timer timer = turn.participant().outbox().retry();
    if (timer == null || timer.round() != round) {
      turn.inert("stale_timer");
      return;
    }
    if (turn.now() < timer.due() && firing != Firing.FORCED) {
      turn.timers().retryAt(timer.due());
      return;
    }
    if (turn.state() == State.BLOCKED) {
      Blocking.resume(turn, false);
    } else {
      release(turn);
    }
  }

  /** Lets what waits for the retry timer go again. */
  static void release(Turn turn) {
    turn.emit(new SurveyEvent.RetryCleared());
    for (OutboxEntry entry : turn.participant().outbox().entries()) {
      if (waits(entry)) {
        turn.emit(new SurveyEvent.EffectDelayed(entry.id(), 0));
      }
    }
  }

  /** Lets the head go again whose timer was lost. */
  static void releaseOverdue(Turn turn) {
    Outbox outbox = turn.participant().outbox();
    Timer timer = outbox.retry();
    boolean stuck = !outbox.entries().isEmpty() && waits(outbox.entries().getFirst());
    if (stuck && timer != null && timer.due() <= turn.now() && turn.timers().retryAt() == null) {
      release(turn);
    }
  }

  /** The effect no longer waits for the retry timer, because it is done or not wanted. */
  static void forget(Turn turn, OutboxEntry entry) {
    if (waits(entry) && turn.participant().outbox().retry() != null) {
      turn.emit(new SurveyEvent.RetryCleared());
    }
  }

  /** Whether the effect waits for the retry timer. */
  static boolean waits(OutboxEntry entry) {
    return !entry.isStarted()
        && !(entry.status() instanceof Queued(int attempt, long notBefore) && notBefore == 0);
  }
}
