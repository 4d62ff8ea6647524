package dev.baton.agent.timeout;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.agent.AgentWiring;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.shell.session.Sessions;
import java.util.function.Function;

/** The target of the schedules of runs; it sets the next one of a run itself. */
public final class AgentTimeoutHandler extends JsonFunction {
  private final Function<String, RunClock> clocks;

  /** The handler as Lambda makes it. */
  public AgentTimeoutHandler() {
    this(AgentWiring.ofProcess());
  }

  /** The handler over these parts. */
  public AgentTimeoutHandler(AgentWiring wiring) {
    Sessions sessions = wiring.sessions();
    DynamoAgentStore store = wiring.store();
    Function<String, AgentRuns> runs = wiring.runsTimedBy();
    this.clocks = address -> new RunClock(sessions, store, runs.apply(address));
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject timer)) {
      throw new IllegalArgumentException("The timer names no run.");
    }
    // Its own address is known only from an invocation: a template cannot give it to itself.
    RunClock clock = clocks.apply(context.getInvokedFunctionArn());
    clock.strike(JsonFields.text(timer, "session_id"), JsonFields.text(timer, "run_id"));
    return JsonNull.NULL;
  }
}
