package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.call.Envelope;
import org.jspecify.annotations.Nullable;

/** What became of one step. */
public sealed interface StepOutcome {

  /**
   * It was called and did what it was asked.
   *
   * @param result its result
   * @param milliseconds how long it took
   */
  record Succeeded(Envelope result, long milliseconds) implements StepOutcome {}

  /**
   * It was called and refused.
   *
   * @param error why
   * @param milliseconds how long it took
   */
  record Failed(JsonObject error, long milliseconds) implements StepOutcome {}

  /**
   * It was never called.
   *
   * @param error why; null when its own condition was false
   */
  record Skipped(@Nullable JsonObject error) implements StepOutcome {}

  /** The outcome of a call. */
  static StepOutcome of(Envelope result, long milliseconds) {
    JsonObject error = result.error();
    return result.success() || error == null
        ? new Succeeded(result, milliseconds)
        : new Failed(error, milliseconds);
  }
}
