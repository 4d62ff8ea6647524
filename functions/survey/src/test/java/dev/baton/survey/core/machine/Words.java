package dev.baton.survey.core.machine;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.effect.Effect;
import java.util.Objects;

/**
 * Effects as short words: refs of fields, with a question mark where they are repeated, lines after
 * an exclamation mark, and the names of the other effects.
 */
final class Words {
  private Words() {}

  static String of(Effect effect) {
    return switch (effect) {
      case Effect.Send(String id, JsonObject body) -> of(body);
      case Effect.PassThread pass -> "pass " + pass.target();
      case Effect.TakeThread take -> "take";
      case Effect.ArmTimer arm -> "arm " + arm.kind().wireName();
      case Effect.CancelTimer cancel -> "cancel " + cancel.kind().wireName();
    };
  }

  private static String of(JsonObject body) {
    JsonObject message = Objects.requireNonNull(body.object("message"));
    JsonObject metadata =
        (JsonObject) FormText.json(Objects.requireNonNull(message.text("metadata")));
    String ref = metadata.text("ref");
    if (metadata.has("off")) {
      return "closed " + ref;
    }
    if (metadata.has("repeat")) {
      return "! " + message.text("text");
    }
    return metadata.has("isRepeat") ? ref + "?" : String.valueOf(ref);
  }
}
