package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * A command that was not carried out, by decision and not by accident.
 *
 * @param error the reason for the caller
 */
public record Refused(CommandError error) implements CommandResult {

  /** The member of details that says after how many seconds to come again. */
  public static final String RETRY_AFTER_SECONDS = "retryAfterSeconds";

  /** A refusal without details. */
  public static Refused because(ErrorCode code, String message, String suggestion) {
    return because(code, message, suggestion, JsonObject.EMPTY);
  }

  /** A refusal with details. */
  public static Refused because(
      ErrorCode code, String message, String suggestion, JsonObject details) {
    return new Refused(new CommandError(code, message, suggestion, details));
  }

  /** A refusal that also says when to come again, in seconds. */
  public Refused retryAfter(long seconds) {
    JsonObject.Builder details =
        JsonObject.builder().put(RETRY_AFTER_SECONDS, Math.max(1, seconds));
    error.details().members().forEach(member -> details.put(member.name(), member.value()));
    return because(error.code(), error.message(), error.suggestion(), details.build());
  }
}
