package dev.baton.agent.approve;

import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/**
 * The answer for a call that waits.
 *
 * @param sessionId the session
 * @param approvalId the approval
 * @param approved whether the call may be made
 * @param reason why, in the caller's words, which nobody keeps
 */
record AgentApproveInput(
    String sessionId, String approvalId, boolean approved, @Nullable String reason) {

  static AgentApproveInput of(Arguments arguments) {
    return new AgentApproveInput(
        arguments.requiredText("sessionId"),
        arguments.requiredText("approvalId"),
        arguments.truth("approved"),
        arguments.text("reason"));
  }
}
