package dev.baton.survey.core.form;

/** What follows when the thread could not be passed. Source: survey spec §6.4. */
public enum OnFailure {
  /** The survey goes on with the next field. */
  CONTINUE,
  /** The participant is blocked until someone decides. */
  BLOCK
}
