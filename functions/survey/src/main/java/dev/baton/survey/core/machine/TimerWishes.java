package dev.baton.survey.core.machine;

import org.jspecify.annotations.Nullable;

/** What a decision in the making wants of timers, beside what follows from its wait. */
final class TimerWishes {
  private @Nullable Long retryAt;
  private @Nullable Long remindAt;
  private long firedWaitRound = -1;
  private boolean waitAgain;
  private boolean ahead;

  /** The head of the outbox, or what is parked, goes again at that time. */
  void retryAt(long due) {
    retryAt = due;
  }

  @Nullable Long retryAt() {
    return retryAt;
  }

  /** The open question is reminded of at that time; null for not at all. */
  void remindAt(@Nullable Long due) {
    remindAt = due;
  }

  @Nullable Long remindAt() {
    return remindAt;
  }

  /** The wait's timer of that round fired, so it need not be cancelled. */
  void waitFired(long round) {
    firedWaitRound = round;
  }

  boolean hasWaitFired(long round) {
    return firedWaitRound == round;
  }

  /** The wait's timer is armed again though its time is the same. */
  void armWaitAgain() {
    waitAgain = true;
  }

  boolean armsWaitAgain() {
    return waitAgain;
  }

  /** New timers go before the effects that wait already. */
  void goAhead() {
    ahead = true;
  }

  boolean goesAhead() {
    return ahead;
  }
}
