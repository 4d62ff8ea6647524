package dev.baton.agent.core.run;

import org.jspecify.annotations.Nullable;

/**
 * A call that a person must allow.
 *
 * @param id {@code apr_} and 22 characters
 * @param toolCallId the call
 * @param name the command that it calls
 * @param expiresAt when silence becomes a refusal, milliseconds since 1970
 * @param approved the answer; null while there is none
 * @param by who answered: {@code owner} or {@code timer}; null while nobody has
 */
public record Approval(
    String id,
    String toolCallId,
    String name,
    long expiresAt,
    @Nullable Boolean approved,
    @Nullable String by) {

  /** A call that nobody has answered for yet. */
  public static Approval asked(String id, String toolCallId, String name, long expiresAt) {
    return new Approval(id, toolCallId, name, expiresAt, null, null);
  }

  /** Whether nobody has answered. */
  public boolean isOpen() {
    return approved == null;
  }

  /** The same with an answer. */
  Approval answered(boolean yes, String who) {
    return new Approval(id, toolCallId, name, expiresAt, yes, who);
  }
}
