package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * What a command answers: data or an error, never both and never neither. Source: command
 * specification, section 1.1.
 */
public sealed interface CommandResult permits Succeeded, Refused, Relayed {

  /** The HTTP status of this answer. */
  default int status() {
    return switch (this) {
      case Succeeded success -> 200;
      case Refused(CommandError error) -> error.code().status();
      case Relayed relayed -> relayed.status();
    };
  }

  /** The envelope on the wire, its keys in the order of the specification. */
  default JsonObject toJson(ResultMetadata metadata) {
    return Answer.of(this).toJson(metadata);
  }
}
