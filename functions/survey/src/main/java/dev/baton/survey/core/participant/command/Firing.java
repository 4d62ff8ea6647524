package dev.baton.survey.core.participant.command;

/** Who fires a timer. Source: survey spec §5.4 and §8. */
public enum Firing {
  /** The scheduler. Where the page's timers are manual, it moves no wait. */
  SCHEDULER,
  /** An operator, what is due now. */
  OPERATOR,
  /** An operator, also what is not due yet. */
  FORCED
}
