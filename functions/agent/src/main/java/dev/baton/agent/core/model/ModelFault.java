package dev.baton.agent.core.model;

import org.jspecify.annotations.Nullable;

/** How a call of a model can fail, before anybody has thought about what follows. */
public sealed interface ModelFault {

  /**
   * The API answered with a status of its own.
   *
   * @param status the HTTP status
   * @param retryAfterMs after how many milliseconds it wants to be asked again; null when it did
   *     not say
   * @param shouldRetry whether it wants to be asked again; null when it did not say
   */
  record Refused(int status, @Nullable Long retryAfterMs, @Nullable Boolean shouldRetry)
      implements ModelFault {}

  /** The API cannot be reached, or the connection broke before the answer began. */
  record Unreachable() implements ModelFault {}

  /** The answer did not begin, or did not end, in time. */
  record Silent() implements ModelFault {}

  /** The answer broke off after it had begun. */
  record Broken() implements ModelFault {}

  /**
   * The API ended its answer with an error of that type.
   *
   * @param type its word, such as {@code overloaded_error}
   * @param begun whether the answer had begun
   */
  record Ended(String type, boolean begun) implements ModelFault {}

  /** What came is no answer. */
  record Nonsense() implements ModelFault {}
}
