package dev.baton.agent.schema;

import dev.baton.agent.core.run.Run;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionRefusal;
import dev.baton.core.session.SessionState;

/** The refusals of agent commands. Source: streaming specification, section 2. */
public final class AgentErrors {
  private AgentErrors() {}

  /** The answer for a session that is missing or another owner's. */
  public static Refused noSession() {
    return Refused.because(
        ErrorCodes.SESSION_NOT_FOUND,
        "There is no such session.",
        "Check the session id; agent-start starts a session.");
  }

  /** The answer for a run that is missing or of another session. */
  public static Refused noRun() {
    return Refused.because(
        ErrorCodes.NOT_FOUND,
        "There is no such run in this session.",
        "Check the run id; agent-status without runId shows the latest run.");
  }

  /** The answer for an approval that is missing or of another session. */
  public static Refused noApproval() {
    return Refused.because(
        ErrorCodes.NOT_FOUND,
        "There is no such approval in this session.",
        "Check the approval id; agent-status lists the approvals that are open.");
  }

  /** The answer for a session that is over. */
  public static Refused ended(Session session) {
    return refused(
        session.state() == SessionState.CLOSED
            ? SessionRefusal.SESSION_CLOSED
            : SessionRefusal.SESSION_EXPIRED);
  }

  /** The answer for a session that refuses. */
  public static Refused refused(SessionRefusal refusal) {
    String suggestion =
        switch (refusal) {
          case SESSION_CLOSED, SESSION_EXPIRED -> "Call agent-start for a new session.";
          case MAX_RECONNECTS -> "Read on with agent-poll, or try again in an hour.";
          default -> "Call agent-reconnect for a fresh token of this session.";
        };
    return Refused.because(refusal.code(), refusal.message(), suggestion);
  }

  /** The answer for a session that has a run under way. */
  public static Refused busy(Run run) {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "The session has a run under way.",
        "Wait for its end, or call agent-cancel, and send the message again.",
        JsonObject.builder().put("runId", run.id()).put("state", run.state().wireName()).build());
  }

  /** The answer for a caller's own id that named another request before. */
  public static Refused reused() {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "This clientRequestId was used for another request.",
        "Send another clientRequestId for another request.");
  }

  /** The answer to a repeated start whose session has ended. */
  public static Refused usedSession(String sessionId) {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "The session that this call made was used or has ended.",
        "Call agent-reconnect with this sessionId, or send another Idempotency-Key.",
        JsonObject.builder().put("sessionId", sessionId).build());
  }

  /** The answer for a resumption before anything was said. */
  public static Refused nothingToResume() {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "Nothing was said in this session yet.",
        "Send a message instead of resume.");
  }

  /** The answer for a message of a socket that says nothing. */
  public static Refused blankMessage() {
    return Refused.because(
        ErrorCodes.VALIDATION_ERROR,
        "The message is white space alone.",
        "Send a message that says something.");
  }

  /** The answer for a caller with too many live sessions. */
  public static Refused tooManySessions(int most) {
    return Refused.because(
        ErrorCodes.QUOTA_EXCEEDED,
        "The caller has " + most + " live sessions already.",
        "End sessions that are not needed with agent-end.");
  }

  /** The answer for a caller with too many runs under way. */
  public static Refused tooManyRuns(int most) {
    return Refused.because(
        ErrorCodes.QUOTA_EXCEEDED,
        "The caller has " + most + " runs under way already.",
        "Wait for the end of one, or call agent-cancel.");
  }

  /** The answer for a write that others were faster than, again and again. */
  public static Refused contended() {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "Others changed the same session at the same time.",
        "Send the same request again.");
  }

  /** The answer for an approval that was answered otherwise before. */
  public static Refused answeredOtherwise() {
    return Refused.because(
        ErrorCodes.CONFLICT,
        "This approval was answered otherwise before.",
        "Nothing can be changed any more; agent-status shows what became of the run.");
  }

  /** The answer for an approval that nobody waits for any more. */
  public static Refused approvalExpired() {
    return Refused.because(
        ErrorCodes.APPROVAL_EXPIRED,
        "Nobody waits for this approval any more.",
        "Ask the agent again with agent-send if the call is still wanted.");
  }

  /** The answer for events that are no longer kept. */
  public static Refused logExpired() {
    return Refused.because(
        ErrorCodes.LOG_EXPIRED,
        "The events right after this number are no longer kept.",
        "Call agent-status for the outcome of the run.");
  }

  /** The answer for runs without approvals that the caller's key does not allow. */
  public static Refused notUnattended() {
    return Refused.because(
        ErrorCodes.FORBIDDEN,
        "This key may not start agents that act without any approval.",
        "Use a key with the scope agent:unattended, or other approvals.");
  }

  /** The answer for a tool of a run that would command agents. */
  public static Refused notByTools() {
    return Refused.because(
        ErrorCodes.FORBIDDEN,
        "Agents do not command agents.",
        "Call agent commands from outside of a run.");
  }

  /** The answer when the commands that could be tools cannot be read. */
  public static Refused noCatalogue() {
    return Refused.because(
            ErrorCodes.SERVICE_UNAVAILABLE,
            "The commands that the agent may call could not be read.",
            "Send the same request again with the same Idempotency-Key.")
        .retryAfter(1);
  }
}
