package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a pipeline. Source: command specification, section 3.7. */
public sealed interface PipelinePlan {

  /**
   * A pipeline that runs.
   *
   * @param input the request's own input
   * @param steps what is to be done, in order
   * @param continueOnFailure whether a failed step leaves the rest to run
   * @param timeoutMs how long the whole may take; null for as long as the gateway has
   */
  record Accepted(
      Json input, List<PipelineStep> steps, boolean continueOnFailure, @Nullable Long timeoutMs)
      implements PipelinePlan {}

  /**
   * A pipeline of which nothing runs.
   *
   * @param refusal why
   */
  record Rejected(Refused refusal) implements PipelinePlan {}

  /** Reads a pipeline of at most so many steps. */
  static PipelinePlan of(JsonObject request, int most) {
    JsonObject given = request.object("options");
    JsonObject options = given == null ? JsonObject.EMPTY : given;
    Json input = request.get("input");
    try {
      return new Accepted(
          input == null ? JsonObject.EMPTY : input,
          StepReading.of(request.array("steps"), most),
          Json.of(true).equals(options.get("continueOnFailure")),
          options.get("timeoutMs") instanceof JsonNumber number
              ? Long.valueOf(number.decimal().longValue())
              : null);
    } catch (PipelineFault fault) {
      return new Rejected(fault.refusal());
    }
  }
}
