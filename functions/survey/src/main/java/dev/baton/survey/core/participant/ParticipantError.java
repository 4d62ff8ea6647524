package dev.baton.survey.core.participant;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Why a participant is in BLOCKED or ERROR. Source: survey spec §3.4.
 *
 * @param tag one of the constants
 * @param code the Graph code as text, if there is one
 * @param message at most 500 characters
 * @param ts start of this episode, milliseconds since 1970
 */
public record ParticipantError(String tag, @Nullable String code, String message, long ts) {
  /** Graph refused an effect. */
  public static final String FB = "FB";

  /** A handoff failed that blocks. */
  public static final String HANDOFF = "HANDOFF";

  /** A link or a stitch names a form that the page does not have. */
  public static final String FORM_NOT_FOUND = "FORM_NOT_FOUND";

  /** A closed link does not read. */
  public static final String REF_DECODE = "REF_DECODE";

  /** A time written with a placeholder does not read. */
  public static final String WAIT_INVALID = "WAIT_INVALID";

  /** The participant item would become too large. */
  public static final String STATE_TOO_LARGE = "STATE_TOO_LARGE";

  /** The engine is at fault. */
  public static final String INTERNAL = "INTERNAL";

  private static final int LONGEST_MESSAGE = 500;

  /** Keeps at most 500 characters of the message. */
  public ParticipantError {
    message = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
  }

  /** Exactly the four members. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("tag", tag)
        .put("code", code == null ? JsonNull.NULL : Json.of(code))
        .put("message", message)
        .put("ts", ts)
        .build();
  }
}
