package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.core.text.NearestName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The answer to an input that is wrong: every problem with what would be right. Commands use it for
 * what only several fields together can tell.
 */
public final class InvalidInput {
  private InvalidInput() {}

  /** The refusal of an input for one problem of one field. */
  public static Refused because(
      CommandDefinition definition, String path, String message, String code) {
    return because(definition, List.of(new FieldError(path, message, code, null)));
  }

  /** The refusal of an input with these problems. */
  public static Refused because(CommandDefinition definition, List<FieldError> problems) {
    return because(definition.name(), definition.input(), problems);
  }

  /** The refusal of an input of a command, or of an action that is none, with these problems. */
  public static Refused because(String command, Shape input, List<FieldError> problems) {
    return Refused.because(
        ErrorCodes.VALIDATION_ERROR,
        "The input does not match " + command + ".",
        problems.stream().map(problem -> advice(input, problem)).collect(Collectors.joining(" ")),
        JsonObject.builder()
            .put(
                "errors",
                new JsonArray(List.copyOf(problems.stream().map(FieldError::toJson).toList())))
            .put("expectedFields", JsonArray.ofTexts(input.names()))
            .put("unexpectedFields", paths(problems, "unrecognized_key"))
            .put("missingFields", paths(problems, "missing"))
            .build());
  }

  private static String advice(Shape input, FieldError problem) {
    return switch (problem.code()) {
      case "missing" -> "Missing field: " + problem.path() + ".";
      case "unrecognized_key" ->
          "Unknown field '" + problem.path() + "'" + meant(input, problem.path());
      default -> problem.path() + ": " + problem.message() + ".";
    };
  }

  private static String meant(Shape input, String path) {
    int dot = path.lastIndexOf('.');
    String prefix = path.substring(0, dot + 1);
    String nearest = NearestName.of(path.substring(dot + 1), namesUnder(input, prefix));
    return nearest == null ? "." : ", did you mean '" + prefix + nearest + "'?";
  }

  private static List<String> namesUnder(Shape input, String prefix) {
    Shape shape = input;
    int start = 0;
    for (int dot = prefix.indexOf('.'); dot >= 0; dot = prefix.indexOf('.', start)) {
      shape = inner(shape, prefix.substring(start, dot));
      start = dot + 1;
    }
    return shape.names();
  }

  private static Shape inner(Shape shape, String step) {
    int index = step.indexOf('[');
    Field field = shape.field(index < 0 ? step : step.substring(0, index));
    FieldType type = field == null ? null : field.type();
    if (type instanceof FieldType.ListOf list) {
      type = list.element();
    }
    return type instanceof FieldType.Nested(Shape nested) ? nested : shape;
  }

  private static JsonArray paths(List<FieldError> problems, String code) {
    return JsonArray.ofTexts(
        problems.stream()
            .filter(problem -> problem.code().equals(code))
            .map(FieldError::path)
            .toList());
  }
}
