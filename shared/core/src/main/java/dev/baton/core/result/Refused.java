package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * A command that was not carried out, by decision and not by accident.
 *
 * @param error the reason for the caller
 */
public record Refused(CommandError error) implements CommandResult {

  /** A refusal without details. */
  public static Refused because(ErrorCode code, String message, String suggestion) {
    return because(code, message, suggestion, JsonObject.EMPTY);
  }

  /** A refusal with details. */
  public static Refused because(
      ErrorCode code, String message, String suggestion, JsonObject details) {
    return new Refused(new CommandError(code, message, suggestion, details));
  }
}
