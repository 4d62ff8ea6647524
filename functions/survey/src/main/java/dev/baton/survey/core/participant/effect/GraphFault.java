package dev.baton.survey.core.participant.effect;

import org.jspecify.annotations.Nullable;

/**
 * Why a Graph call failed. Source: survey spec §3.4.
 *
 * @param faultClass what the failure allows
 * @param code the Graph code as text, {@code 0} when the answer had none; null without an answer
 * @param subcode the Graph subcode as text
 * @param message what the answer said
 * @param retryAfterMillis the wait that the answer asked for
 */
public record GraphFault(
    FaultClass faultClass,
    @Nullable String code,
    @Nullable String subcode,
    String message,
    @Nullable Long retryAfterMillis) {

  private static final String NOT_OWNER_CODE = "10";
  private static final String NOT_OWNER_SUBCODE = "2018300";
  private static final String DEAD_TOKEN_CODE = "190";
  private static final int LONGEST_CODE = 32;
  private static final int LONGEST_MESSAGE = 500;

  /** Keeps at most 500 characters of the message, and 32 of the codes. */
  public GraphFault {
    code = code == null ? null : cut(code, LONGEST_CODE);
    subcode = subcode == null ? null : cut(subcode, LONGEST_CODE);
    message = cut(message, LONGEST_MESSAGE);
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }

  /** Whether another app owns the thread. */
  public boolean isNotOwner() {
    return NOT_OWNER_CODE.equals(code) && NOT_OWNER_SUBCODE.equals(subcode);
  }

  /** Whether the page's token is dead, which is worth an alarm. */
  public boolean isDeadToken() {
    return DEAD_TOKEN_CODE.equals(code);
  }
}
