package dev.baton.agent.core.event;

import org.jspecify.annotations.Nullable;

/**
 * Where in its grammar the log of a run is, by the types of its events alone. Source: streaming
 * specification, section 3.3.
 */
enum RunPhase {
  /** Nothing is logged. */
  NEW,
  /** No turn is under way, and the model has not just finished one. */
  BETWEEN,
  /** The model answers; nothing of its calls is known. */
  ANSWER,
  /** Calls are asked about and end. */
  RESULTS,
  /** A turn was finished by the event before: the run may be done. */
  FINISHED,
  /** The run ended. */
  OVER;

  /** The phase after an event of that type; null when none may come here. */
  @Nullable RunPhase after(EventType type) {
    return switch (type) {
      case RUN_STARTED -> this == NEW ? BETWEEN : null;
      case RETRYING -> isBetweenTurns() ? BETWEEN : null;
      case RUN_RESUMED -> isBetweenTurns() ? BETWEEN : isInTurn() ? RESULTS : null;
      case TURN_STARTED -> isBetweenTurns() ? ANSWER : null;
      case THINKING, TOKEN, TOOL_CALL_DELTA, TOOL_CALL -> this == ANSWER ? ANSWER : null;
      case APPROVAL_REQUIRED, APPROVAL_RESOLVED, TOOL_RESULT -> isInTurn() ? RESULTS : null;
      case TURN_FINISHED -> isInTurn() ? FINISHED : null;
      case WITHDRAWN -> this == ANSWER ? BETWEEN : null;
      case DONE -> this == FINISHED ? OVER : null;
      case ERROR, CANCELLED -> isBetweenTurns() || isInTurn() ? OVER : null;
    };
  }

  private boolean isBetweenTurns() {
    return this == BETWEEN || this == FINISHED;
  }

  private boolean isInTurn() {
    return this == ANSWER || this == RESULTS;
  }
}
