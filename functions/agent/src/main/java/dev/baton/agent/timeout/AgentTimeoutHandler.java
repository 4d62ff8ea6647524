package dev.baton.agent.timeout;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.agent.AgentWiring;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;

/** The target of the schedules of runs; it sets the next one of a run itself. */
public final class AgentTimeoutHandler extends JsonFunction {
  private final AgentWiring wiring;

  /** The handler as Lambda makes it. */
  public AgentTimeoutHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentTimeoutHandler(AgentWiring wiring) {
    this.wiring = wiring;
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject timer)) {
      throw new IllegalArgumentException("The timer names no run.");
    }
    // Its own address is known only from an invocation: a template cannot give it to itself.
    RunClock clock =
        new RunClock(
            wiring.sessions(),
            wiring.store(),
            wiring.runs(wiring.effects(context.getInvokedFunctionArn())));
    clock.strike(JsonFields.text(timer, "session_id"), JsonFields.text(timer, "run_id"));
    return JsonNull.NULL;
  }
}
