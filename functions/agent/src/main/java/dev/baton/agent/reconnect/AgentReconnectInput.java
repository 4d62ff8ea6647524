package dev.baton.agent.reconnect;

import dev.baton.agent.schema.Transports;
import dev.baton.core.command.Protocol;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * Which session is come back to.
 *
 * @param sessionId the session
 * @param lastSeq the last event that its client has; null for none
 * @param protocol how it is watched; null to leave it as it was
 */
record AgentReconnectInput(String sessionId, @Nullable Long lastSeq, @Nullable Protocol protocol) {

  static AgentReconnectInput of(Arguments arguments) {
    return new AgentReconnectInput(
        arguments.requiredText("sessionId"), arguments.number("lastSeq"), Transports.of(arguments));
  }
}
