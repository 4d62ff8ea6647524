package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.core.schema.ShapeCheck;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import java.util.List;

/**
 * Check 5: the body is JSON and matches the command's declaration; all that is wrong is said at
 * once.
 */
final class InputCheck {
  private static final int DEEPEST = 32;

  private final CommandDefinition definition;
  private final JsonReader reader = JsonReader.refusingDuplicates(DEEPEST);

  InputCheck(CommandDefinition definition) {
    this.definition = definition;
  }

  sealed interface Checked {}

  /**
   * An input that is right.
   *
   * @param sent as it was sent
   * @param arguments with the defaults of what was left out
   */
  record Right(JsonObject sent, Arguments arguments) implements Checked {}

  record Wrong(Refused refusal) implements Checked {}

  Checked check(byte[] body) {
    if (body.length == 0) {
      return check(JsonObject.EMPTY);
    }
    return switch (reader.read(body)) {
      case Readable(Json json) -> check(json);
      case Unreadable unreadable ->
          new Wrong(
              Refused.because(
                  ErrorCodes.PARSE_ERROR,
                  unreadable.message(),
                  "Send one JSON object, at most "
                      + DEEPEST
                      + " levels deep, every member name once."));
    };
  }

  private Checked check(Json json) {
    List<FieldError> problems = ShapeCheck.of(json, definition.input());
    return problems.isEmpty() && json instanceof JsonObject object
        ? new Right(object, new Arguments(definition.input().filled(object)))
        : new Wrong(InvalidInput.because(definition, problems));
  }
}
