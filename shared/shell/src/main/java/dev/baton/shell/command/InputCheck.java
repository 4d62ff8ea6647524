package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.core.text.NearestName;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import java.util.List;
import java.util.stream.Collectors;

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

  record Right(Arguments arguments) implements Checked {}

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
    List<FieldError> problems = InputProblems.of(json, definition.input());
    return problems.isEmpty() && json instanceof JsonObject object
        ? new Right(new Arguments(object))
        : new Wrong(refusal(problems));
  }

  private Refused refusal(List<FieldError> problems) {
    return Refused.because(
        ErrorCodes.VALIDATION_ERROR,
        "The input does not match " + definition.name() + ".",
        problems.stream().map(this::advice).collect(Collectors.joining(" ")),
        JsonObject.builder()
            .put(
                "errors",
                new JsonArray(List.copyOf(problems.stream().map(FieldError::toJson).toList())))
            .put("expectedFields", JsonArray.ofTexts(definition.input().names()))
            .put("unexpectedFields", paths(problems, "unrecognized_key"))
            .put("missingFields", paths(problems, "missing"))
            .build());
  }

  private String advice(FieldError problem) {
    return switch (problem.code()) {
      case "missing" -> "Missing field: " + problem.path() + ".";
      case "unrecognized_key" -> "Unknown field '" + problem.path() + "'" + meant(problem.path());
      default -> problem.path() + ": " + problem.message() + ".";
    };
  }

  private String meant(String path) {
    int dot = path.lastIndexOf('.');
    String prefix = path.substring(0, dot + 1);
    String nearest = NearestName.of(path.substring(dot + 1), namesUnder(prefix));
    return nearest == null ? "." : ", did you mean '" + prefix + nearest + "'?";
  }

  private List<String> namesUnder(String prefix) {
    InputSchema schema = definition.input();
    int start = 0;
    for (int dot = prefix.indexOf('.'); dot >= 0; dot = prefix.indexOf('.', start)) {
      schema = inner(schema, prefix.substring(start, dot));
      start = dot + 1;
    }
    return schema.names();
  }

  private static InputSchema inner(InputSchema schema, String name) {
    return schema.field(name).map(InputField::type).orElse(null)
            instanceof InputType.Nested(InputSchema nested)
        ? nested
        : schema;
  }

  private static JsonArray paths(List<FieldError> problems, String code) {
    return JsonArray.ofTexts(
        problems.stream()
            .filter(problem -> problem.code().equals(code))
            .map(FieldError::path)
            .toList());
  }
}
