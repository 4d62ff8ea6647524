package dev.baton.survey.timers;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timer of a participant that is set.
 *
 * @param userId whose timer
 * @param kind which
 * @param timer its time and round
 */
record SetTimer(String userId, TimerKind kind, Timer timer) {

  /** The timers of a participant, the earliest first. */
  static List<SetTimer> of(Participant participant) {
    RunningWait wait = participant.waiting();
    List<SetTimer> timers = new ArrayList<>();
    add(timers, participant, TimerKind.WAIT, wait == null ? null : wait.timer());
    add(timers, participant, TimerKind.FOLLOWUP, participant.position().followUp());
    add(timers, participant, TimerKind.RETRY, participant.outbox().retry());
    timers.sort(Comparator.comparingLong(set -> set.timer().due()));
    return List.copyOf(timers);
  }

  boolean isDue(long now) {
    return timer.due() <= now;
  }

  /** The timer for an operator; lateness in milliseconds, 0 while it is not due. */
  JsonObject.Builder describe(long now) {
    return JsonObject.builder()
        .put("user_id", userId)
        .put("kind", kind.wireName())
        .put("due", timer.due())
        .put("round", timer.round())
        .put("lateness_ms", Math.max(0, now - timer.due()));
  }

  private static void add(
      List<SetTimer> timers, Participant participant, TimerKind kind, @Nullable Timer timer) {
    if (timer != null) {
      timers.add(new SetTimer(participant.userId(), kind, timer));
    }
  }
}
