package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.HandoffId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An effect that still lacks its id, because timers go before it and are known only when the
 * decision is complete.
 *
 * @param passes the handoff that it begins, if it passes the thread
 * @param make the effect of an id
 */
record Draft(@Nullable HandoffId passes, Function<String, Effect> make) {

  /** An effect that passes no thread. */
  static Draft of(Function<String, Effect> make) {
    return new Draft(null, make);
  }
}
