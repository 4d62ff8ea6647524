package dev.baton.survey.core.form;

/** What happens after the message of a field was sent. Source: survey spec §4.2. */
public enum Conduct {
  /** The survey stays at the field until it is answered, or for good when it accepts nothing. */
  ASKS,
  /** The field is left at once. */
  PASSES,
  /** The field's wait is armed. */
  WAITS,
  /** The thread is given to another app. */
  HANDS_OFF,
  /** Another form begins. */
  STITCHES,
  /** The survey is over. */
  ENDS
}
