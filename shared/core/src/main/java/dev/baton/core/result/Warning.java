package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * A flaw of a success.
 *
 * @param code a stable name in {@code UPPER_SNAKE}
 * @param message one sentence
 * @param severity how much it matters
 * @param details more, by code; empty when there is none
 */
public record Warning(String code, String message, Severity severity, JsonObject details) {

  /** How much a warning matters. */
  public enum Severity {
    /** Good to know. */
    INFO,
    /** Probably not what was meant. */
    WARNING,
    /** Look before going on. */
    CAUTION
  }

  /** A flaw without details. */
  public Warning(String code, String message, Severity severity) {
    this(code, message, severity, JsonObject.EMPTY);
  }

  /** The wire form. */
  public JsonObject toJson() {
    String word =
        switch (severity) {
          case INFO -> "info";
          case WARNING -> "warning";
          case CAUTION -> "caution";
        };
    return JsonObject.builder()
        .put("code", code)
        .put("message", message)
        .put("severity", word)
        .putIfPresent("details", details.members().isEmpty() ? null : details)
        .build();
  }
}
