package dev.baton.agent.core.event;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended badly.
 *
 * @param code why
 * @param retryAfterSeconds after how many seconds to try again; null when nobody said
 */
public record RunError(RunErrorCode code, @Nullable Long retryAfterSeconds) {

  /** An error of which nobody said when to try again. */
  public static RunError of(RunErrorCode code) {
    return new RunError(code, null);
  }
}
