package dev.baton.survey.deliver;

import dev.baton.shell.time.Pause;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.graph.GraphResult;
import dev.baton.survey.store.ParticipantKey;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Performs an effect, and again within seconds while its refusal allows that. Source: survey spec
 * §3.4, class now.
 */
final class Attempts {
  private final EffectPerformer performer;
  private final Pause pause;
  private final DoubleSupplier random;

  Attempts(EffectPerformer performer, Pause pause, DoubleSupplier random) {
    this.performer = performer;
    this.pause = pause;
    this.random = random;
  }

  /**
   * The last result. A refusal that still allows a try within seconds means that all of those are
   * used up.
   */
  GraphResult perform(ParticipantKey participant, Effect effect, Errand errand) {
    RetryDelay delay = RetryDelay.FIRST;
    GraphResult result = performer.perform(participant, effect, errand);
    while (result instanceof GraphResult.Refused(GraphFault fault)
        && fault.faultClass() == FaultClass.NOW
        && delay.hasNext()) {
      Duration wait = delay.duration(fault.retryAfterMillis(), random);
      if (!errand.allowsCallAfter(wait)) {
        return result;
      }
      pause.forDuration(wait);
      delay = delay.next();
      result = performer.perform(participant, effect, errand);
    }
    return result;
  }
}
