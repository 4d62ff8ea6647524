package dev.baton.survey.core.participant.effect;

/** What a failed Graph call allows. Source: survey spec §3.4. */
public enum FaultClass {
  /** Try again within seconds. */
  NOW,
  /** Try again within minutes or hours. */
  LATER,
  /** Trying again is no use. */
  NEVER
}
