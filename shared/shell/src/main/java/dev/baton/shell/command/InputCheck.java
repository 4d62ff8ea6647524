package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.core.schema.Shape;
import dev.baton.core.schema.ShapeCheck;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import java.util.List;

/**
 * Check 5: the body is JSON and matches the command's declaration; all that is wrong is said at
 * once. Socket actions, whose input is a part of a frame, are checked alike.
 */
public final class InputCheck {
  private static final int DEEPEST = 32;

  private final String command;
  private final Shape input;
  private final JsonReader reader = JsonReader.refusingDuplicates(DEEPEST);

  /** The check of a command's inputs. */
  public InputCheck(CommandDefinition definition) {
    this(definition.name(), definition.input());
  }

  /** The check of the inputs of a command, or of an action that is none. */
  public InputCheck(String command, Shape input) {
    this.command = command;
    this.input = input;
  }

  /** What a check finds. */
  public sealed interface Checked {}

  /**
   * An input that is right.
   *
   * @param sent as it was sent
   * @param arguments with the defaults of what was left out
   */
  public record Right(JsonObject sent, Arguments arguments) implements Checked {}

  /**
   * An input that is wrong.
   *
   * @param refusal all that is wrong with it
   */
  public record Wrong(Refused refusal) implements Checked {}

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

  /** Checks an input that was read. */
  public Checked check(Json json) {
    List<FieldError> problems = ShapeCheck.of(json, input);
    return problems.isEmpty() && json instanceof JsonObject object
        ? new Right(object, new Arguments(input.filled(object)))
        : new Wrong(InvalidInput.because(command, input, problems));
  }
}
