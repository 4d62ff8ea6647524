package dev.baton.agent.work;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;

/**
 * Goes on with one run; invoked asynchronously when a run is begun, handed over, or answered for.
 * Source: streaming specification, section 7.
 */
public final class AgentWorkHandler extends JsonFunction {
  private final Worker worker;

  /** For Lambda. */
  public AgentWorkHandler() {
    this(WorkWiring.ofProcess());
  }

  /** With these parts. */
  public AgentWorkHandler(WorkWiring wiring) {
    this.worker = wiring.worker();
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject errand)) {
      throw new IllegalArgumentException("Work is asked for by an object.");
    }
    worker.work(
        new WorkErrand(
            JsonFields.text(errand, "session_id"),
            JsonFields.text(errand, "run_id"),
            context.getAwsRequestId(),
            context.getInvokedFunctionArn(),
            context::getRemainingTimeInMillis));
    return JsonNull.NULL;
  }
}
