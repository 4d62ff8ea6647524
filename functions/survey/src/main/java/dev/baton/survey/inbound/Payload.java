package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * The payload of a button, read once: it may carry a referral, a choice or plain text.
 *
 * @param value the payload as it came
 * @param members the object that it is, as value or as text
 */
record Payload(@Nullable Json value, @Nullable JsonObject members) {
  private static final Payload NONE = new Payload(null, null);

  /** The payload of a quick reply or a postback; without members where there is none. */
  static Payload of(@Nullable JsonObject button) {
    Json value = button == null ? null : button.get("payload");
    return value == null ? NONE : new Payload(value, Texts.object(value));
  }
}
