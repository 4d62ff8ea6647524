package dev.baton.agent.work.turn;

import dev.baton.agent.core.model.ModelProfile;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.agent.core.tool.Tool;
import dev.baton.agent.work.log.RunLog;
import dev.baton.agent.work.model.AnthropicModel;
import dev.baton.agent.work.signal.StopSign;
import dev.baton.agent.work.tool.ToolApi;
import dev.baton.shell.config.Surroundings;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * What the steps of one worker's run stand on.
 *
 * @param settings how the session's agent is set up
 * @param profile what is known of its model
 * @param model calls the model
 * @param tools what it may call, by name
 * @param api calls them
 * @param log the end of the run's log
 * @param sign what tells that it is over
 * @param times how long steps may take
 * @param remaining milliseconds that are left of this invocation
 * @param chance 0 to less than 1
 * @param surroundings time, log lines and metrics
 */
public record Workbench(
    AgentSettings settings,
    ModelProfile profile,
    AnthropicModel model,
    Map<String, Tool> tools,
    ToolApi api,
    RunLog log,
    StopSign sign,
    WorkTimes times,
    LongSupplier remaining,
    DoubleSupplier chance,
    Surroundings surroundings) {

  /** Whether a call of the model that begins in so many milliseconds ends before the invocation. */
  boolean isTimeForCall(long waitMs) {
    return remaining.getAsLong() - waitMs >= times.ofCall().toMillis();
  }

  /** Milliseconds since 1970. */
  long now() {
    return surroundings.clock().millis();
  }
}
