package dev.baton.agent.send;

import dev.baton.agent.schema.Transports;
import dev.baton.core.command.Protocol;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * What is said to an agent.
 *
 * @param sessionId the session
 * @param message what is said; null to go on where the last run stopped
 * @param resume whether to go on
 * @param clientRequestId the caller's own id of the request
 * @param protocol how the run is watched; null to leave it as it was
 * @param endsAlone whether the run is called off when its last viewer has gone
 * @param limits what the run may use up; null as the session says
 */
record AgentSendInput(
    String sessionId,
    @Nullable String message,
    boolean resume,
    @Nullable String clientRequestId,
    @Nullable Protocol protocol,
    boolean endsAlone,
    @Nullable JsonObject limits) {

  static AgentSendInput of(Arguments arguments) {
    return new AgentSendInput(
        arguments.requiredText("sessionId"),
        arguments.text("message"),
        arguments.truth("resume"),
        arguments.text("clientRequestId"),
        Transports.of(arguments),
        arguments.requiredText("onDisconnect").equals("cancel"),
        arguments.object("limits"));
  }

  /** Everything that makes it another request. */
  String words() {
    return resume
        + "\n"
        + endsAlone
        + "\n"
        + (limits == null ? "" : limits.write())
        + "\n"
        + (message == null ? "" : message);
  }
}
