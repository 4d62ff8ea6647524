package dev.baton.agent.approve;

import dev.baton.shell.command.Arguments;

/**
 * The answer for a call that waits.
 *
 * @param sessionId the session
 * @param approvalId the approval
 * @param approved whether the call may be made
 */
record AgentApproveInput(String sessionId, String approvalId, boolean approved) {

  static AgentApproveInput of(Arguments arguments) {
    return new AgentApproveInput(
        arguments.requiredText("sessionId"),
        arguments.requiredText("approvalId"),
        arguments.truth("approved"));
  }
}
