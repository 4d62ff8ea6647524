package dev.baton.agent.end;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which session ends.
 *
 * @param sessionId the session
 * @param reason why; null when its owner does not say
 * @param includeSummary whether to say what there was of it
 */
record AgentEndInput(String sessionId, @Nullable String reason, boolean includeSummary) {

  static AgentEndInput of(Arguments arguments) {
    return new AgentEndInput(
        arguments.requiredText("sessionId"),
        arguments.text("reason"),
        arguments.truth("includeSummary"));
  }
}
