package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * Why a command was refused, for the caller: never a stack, a class, a table or another person's
 * id.
 *
 * @param code the code
 * @param message one sentence that names the thing
 * @param suggestion what to do next
 * @param details more, by code; empty when there is none
 */
public record CommandError(ErrorCode code, String message, String suggestion, JsonObject details) {

  /** An error that says what happened and what to do. */
  public CommandError {
    if (message.isBlank() || suggestion.isBlank()) {
      throw new IllegalArgumentException(code.name() + " needs a message and a suggestion.");
    }
  }

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("code", code.name())
        .put("message", message)
        .put("suggestion", suggestion)
        .put("retryable", code.retryable())
        .putIfPresent("details", details.members().isEmpty() ? null : details)
        .build();
  }
}
