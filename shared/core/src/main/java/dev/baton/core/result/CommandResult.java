package dev.baton.core.result;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.List;

/**
 * What a command answers: data or an error, never both and never neither. Source: command
 * specification, section 1.1.
 */
public sealed interface CommandResult permits Succeeded, Refused {

  /** The HTTP status of this answer. */
  default int status() {
    return switch (this) {
      case Succeeded success -> 200;
      case Refused(CommandError error) -> error.code().status();
    };
  }

  /** The envelope on the wire, its keys in the order of the specification. */
  default JsonObject toJson(ResultMetadata metadata) {
    JsonObject.Builder envelope = JsonObject.builder();
    switch (this) {
      case Succeeded success -> writeSuccess(success, envelope);
      case Refused(CommandError error) ->
          envelope.put("success", false).put("error", error.toJson());
    }
    return envelope.put("metadata", metadata.toJson()).build();
  }

  private static void writeSuccess(Succeeded success, JsonObject.Builder envelope) {
    envelope
        .put("success", true)
        .put("data", success.data())
        // Everything a command says is computed, never guessed.
        .put("confidence", new JsonNumber("1.0"))
        .put("reasoning", success.reasoning());
    List<JsonObject> warnings = success.warnings().stream().map(Warning::toJson).toList();
    if (!warnings.isEmpty()) {
      envelope.put("warnings", new JsonArray(List.copyOf(warnings)));
    }
    if (!success.suggestions().isEmpty()) {
      envelope.put("suggestions", JsonArray.ofTexts(success.suggestions()));
    }
  }
}
