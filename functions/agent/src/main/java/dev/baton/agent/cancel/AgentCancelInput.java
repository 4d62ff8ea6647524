package dev.baton.agent.cancel;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is called off.
 *
 * @param sessionId the session
 * @param runId the run; null for the one under way
 * @param reason why, in the caller's words, which nobody keeps
 */
record AgentCancelInput(String sessionId, @Nullable String runId, @Nullable String reason) {

  static AgentCancelInput of(Arguments arguments) {
    return new AgentCancelInput(
        arguments.requiredText("sessionId"), arguments.text("runId"), arguments.text("reason"));
  }
}
