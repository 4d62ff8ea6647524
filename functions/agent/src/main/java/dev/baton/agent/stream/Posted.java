package dev.baton.agent.stream;

import dev.baton.agent.core.frame.StreamProtocol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a client of another protocol posts: what is said, or answers to what it was asked.
 *
 * @param sessionId the session
 * @param protocol what the client speaks
 * @param message what is said; empty when there are answers
 * @param requestId the client's own id of the request, or null
 * @param answers the answers, possibly none
 */
record Posted(
    String sessionId,
    StreamProtocol protocol,
    String message,
    @Nullable String requestId,
    List<Answer> answers) {

  /**
   * An answer.
   *
   * @param approvalId what was asked
   * @param approved whether the call may be made
   */
  record Answer(String approvalId, boolean approved) {}

  /** The ids of what is answered. */
  Set<String> answered() {
    return answers.stream().map(Answer::approvalId).collect(Collectors.toSet());
  }
}
