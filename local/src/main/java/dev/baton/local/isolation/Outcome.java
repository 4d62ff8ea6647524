package dev.baton.local.isolation;

import dev.baton.local.lambda.InvocationResult;

/** What became of an event that was handed to a process. */
sealed interface Outcome {

  /** The process had ended before it could see the event; another one may have it. */
  enum Lost implements Outcome {
    LOST
  }

  /**
   * The invocation ended.
   *
   * @param result how
   */
  record Known(InvocationResult result) implements Outcome {}
}
