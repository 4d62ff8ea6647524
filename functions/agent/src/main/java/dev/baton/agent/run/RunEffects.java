package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEffect;

/** What performs effects of runs. Each may be performed twice. */
@FunctionalInterface
public interface RunEffects {

  /** Performs one. */
  void perform(Run run, RunEffect effect);
}
