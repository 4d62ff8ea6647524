package dev.baton.agent.status;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is asked about.
 *
 * @param sessionId the session
 * @param runId the run; null for the one under way, or the latest
 */
record AgentStatusInput(String sessionId, @Nullable String runId) {

  static AgentStatusInput of(Arguments arguments) {
    return new AgentStatusInput(arguments.requiredText("sessionId"), arguments.text("runId"));
  }
}
