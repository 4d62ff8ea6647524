package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The scheduler: timers by kind and round, each of which fires once. */
final class Schedules {
  final List<Effect.ArmTimer> everArmed = new ArrayList<>();
  final TreeMap<String, Effect.ArmTimer> timers = new TreeMap<>();

  void arm(Effect.ArmTimer timer) {
    everArmed.add(timer);
    timers.put(name(timer.kind(), timer.round()), timer);
  }

  void cancel(Effect.CancelTimer timer) {
    timers.remove(name(timer.kind(), timer.round()));
  }

  /** Takes the first timer that is due until then. */
  Effect.@Nullable ArmTimer take(long until) {
    Effect.ArmTimer next = null;
    for (Effect.ArmTimer timer : timers.values()) {
      next = next == null || timer.due() < next.due() ? timer : next;
    }
    if (next == null || next.due() > until) {
      return null;
    }
    timers.remove(name(next.kind(), next.round()));
    return next;
  }

  private static String name(TimerKind kind, long round) {
    return kind + "-" + round;
  }
}
