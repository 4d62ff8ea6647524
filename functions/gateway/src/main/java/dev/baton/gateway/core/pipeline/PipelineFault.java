package dev.baton.gateway.core.pipeline;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;

/** Leaves the reading of a pipeline at the first thing for which it cannot run as a whole. */
final class PipelineFault extends Exception {
  private static final long serialVersionUID = 1L;
  private final String message;
  private final String suggestion;

  PipelineFault(String message, String suggestion) {
    super(message, null, false, false);
    this.message = message;
    this.suggestion = suggestion;
  }

  Refused refusal() {
    return Refused.because(ErrorCodes.INVALID_PIPELINE_REQUEST, message, suggestion);
  }
}
