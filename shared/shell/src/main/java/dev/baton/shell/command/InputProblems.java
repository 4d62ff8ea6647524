package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with an input, at once: wrong values, then unknown fields, then missing
 * ones.
 */
final class InputProblems {
  private final List<FieldError> wrong = new ArrayList<>();
  private final List<FieldError> unknown = new ArrayList<>();
  private final List<FieldError> missing = new ArrayList<>();

  private InputProblems() {}

  static List<FieldError> of(Json input, InputSchema schema) {
    InputProblems problems = new InputProblems();
    if (input instanceof JsonObject object) {
      problems.look(object, schema, "");
    } else {
      problems.wrong.add(
          new FieldError("(root)", "must be a JSON object", "invalid_type", "object"));
    }
    List<FieldError> all = new ArrayList<>(problems.wrong);
    all.addAll(problems.unknown);
    all.addAll(problems.missing);
    return List.copyOf(all);
  }

  private void look(JsonObject object, InputSchema schema, String prefix) {
    for (InputField field : schema.fields()) {
      lookAt(object, field, prefix + field.name());
    }
    for (JsonObject.Member member : object.members()) {
      if (schema.field(member.name()).isEmpty()) {
        unknown.add(
            new FieldError(prefix + member.name(), "unknown field", "unrecognized_key", null));
      }
    }
  }

  private void lookAt(JsonObject object, InputField field, String path) {
    Json value = object.get(field.name());
    if (value != null) {
      ValueCheck.of(field.type(), value, path).ifPresent(wrong::add);
      if (value instanceof JsonObject inner
          && field.type() instanceof InputType.Nested(InputSchema schema)) {
        look(inner, schema, path + ".");
      }
    } else if (field.required()) {
      missing.add(new FieldError(path, "required", "missing", null));
    }
  }
}
