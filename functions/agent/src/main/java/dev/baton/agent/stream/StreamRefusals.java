package dev.baton.agent.stream;

import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;

/** What is answered in place of a stream. Source: streaming specification, section 4.3. */
final class StreamRefusals {
  /** Whatever is not the caller's is like what was never there. */
  static final Refused NOT_FOUND =
      Refused.because(
          ErrorCodes.SESSION_NOT_FOUND,
          "There is no such session or run, or it is not yours.",
          "Check session_id and run_id, or start a session with agent-start.");

  static final Refused UNAUTHORIZED =
      Refused.because(
          ErrorCodes.UNAUTHORIZED,
          "No usable credential opens this stream.",
          "Send the cookie, an Authorization header or the ticket that agent-reconnect returns.");

  static final Refused TOKEN_EXPIRED =
      Refused.because(
          ErrorCodes.TOKEN_EXPIRED,
          "The ticket is past its time, or was used for something else.",
          "Ask agent-reconnect for a new one.");

  static final Refused FOREIGN_ORIGIN =
      Refused.because(
          ErrorCodes.ORIGIN_NOT_ALLOWED,
          "Pages of this origin may not use the cookie.",
          "Open the stream from an allowed origin, or with a ticket.");

  static final Refused METHOD =
      Refused.because(
          ErrorCodes.METHOD_NOT_ALLOWED,
          "A stream is opened by GET or POST.",
          "Send the request again as GET.");

  static final Refused NO_PATH =
      Refused.because(
          ErrorCodes.NOT_FOUND,
          "There is nothing at this address.",
          "Streams are at /api/agent/stream.");

  static final Refused FAULT =
      Refused.because(
          ErrorCodes.INTERNAL_ERROR, "The stream could not be opened.", "Try again in a moment.");

  static final Refused BEYOND =
      invalid("The position is beyond the end of the log.", "Leave it out to see the whole run.");

  private StreamRefusals() {}

  static Refused invalid(String message, String suggestion) {
    return Refused.because(ErrorCodes.VALIDATION_ERROR, message, suggestion);
  }
}
