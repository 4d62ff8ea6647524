package dev.baton.agent.core.run;

/** What follows from a write of a run, outside. Each may be done twice without harm. */
public sealed interface RunEffect {

  /** A worker is started. */
  record StartWorker() implements RunEffect {}

  /**
   * The run's schedule is set, in place of the one that is there.
   *
   * @param at when it fires, milliseconds since 1970; possibly past
   */
  record ArmTimer(long at) implements RunEffect {}
}
