package dev.baton.agent.poll;

import dev.baton.shell.command.Arguments;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for.
 *
 * @param sessionId the session
 * @param runId the run; null for whatever follows in the session
 * @param after the number of the last event that the caller has
 * @param limit how many at most
 * @param waitMs how long to wait for the first, in milliseconds
 */
record AgentPollInput(
    String sessionId, @Nullable String runId, long after, int limit, long waitMs) {

  static AgentPollInput of(Arguments arguments) {
    return new AgentPollInput(
        arguments.requiredText("sessionId"),
        arguments.text("runId"),
        Objects.requireNonNullElse(arguments.number("after"), 0L),
        arguments.integer("limit"),
        arguments.integer("waitMs"));
  }
}
