package dev.baton.survey.core.machine;

/** What made a wait end. Source: survey spec §6.5, {@code ended_by}. */
enum Trigger {
  /** A time leaf, or the guard of a handoff. */
  TIME("timeout"),
  /** The target of a handoff, or in a plain wait another app, gave the thread back. */
  RETURN("return"),
  /** The platform released the thread. */
  IDLE("idle"),
  /** The participant wrote. */
  USER_MESSAGE("user_message"),
  /** A signal came. */
  SIGNAL("signal"),
  /** The thread could not be passed. */
  ERROR("error"),
  /** A link to another form. */
  REFERRAL("referral"),
  /** Back to START. */
  RESET("reset"),
  /** An operator. */
  RELEASE("release");

  private final String endedBy;

  Trigger(String endedBy) {
    this.endedBy = endedBy;
  }

  /** The value in records and Graph requests. */
  String endedBy() {
    return endedBy;
  }
}
