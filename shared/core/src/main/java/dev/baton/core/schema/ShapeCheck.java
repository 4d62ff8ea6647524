package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with a value, at once: wrong values, then unknown fields, then missing
 * ones. It accepts exactly what the JSON Schema of the same data accepts, but for the greatest
 * number of bytes of free objects and for characters that are half a pair, which JSON Schema cannot
 * say.
 */
public final class ShapeCheck {
  private static final String ROOT = "(root)";

  private final List<FieldError> wrong = new ArrayList<>();
  private final List<FieldError> unknown = new ArrayList<>();
  private final List<FieldError> missing = new ArrayList<>();

  private ShapeCheck() {}

  /** What is wrong with an object of that shape; empty when nothing is. */
  public static List<FieldError> of(Json value, Shape shape) {
    return of(value, new FieldType.Nested(shape));
  }

  /** What is wrong with a value of that type; empty when nothing is. */
  public static List<FieldError> of(Json value, FieldType type) {
    ShapeCheck check = new ShapeCheck();
    check.look(type, value, ROOT);
    List<FieldError> all = new ArrayList<>(check.wrong);
    all.addAll(check.unknown);
    all.addAll(check.missing);
    return List.copyOf(all);
  }

  private void look(FieldType type, Json value, String path) {
    if (value instanceof JsonNull && !(type instanceof FieldType.Anything)) {
      wrong.add(
          new FieldError(path, "must not be null; leave the field out", "invalid_type", null));
      return;
    }
    if (type instanceof FieldType.Nested(Shape shape) && value instanceof JsonObject object) {
      fields(object, shape, path);
    } else if (type instanceof FieldType.ListOf list && value instanceof JsonArray array) {
      elements(list, array.elements(), path);
    } else if (type instanceof FieldType.MapOf(FieldType each)
        && value instanceof JsonObject object) {
      object.members().forEach(member -> look(each, member.value(), under(path, member)));
    } else if (type instanceof FieldType.Either either) {
      oneOf(either, value, path);
    } else {
      FieldError problem = new ValueCheck(path).problem(type, value);
      if (problem != null) {
        wrong.add(problem);
      }
    }
  }

  private void fields(JsonObject object, Shape shape, String path) {
    String prefix = path.equals(ROOT) ? "" : path + ".";
    for (Field field : shape.fields()) {
      Json value = object.get(field.name());
      if (value != null) {
        look(field.type(), value, prefix + field.name());
      } else if (field.required()) {
        missing.add(new FieldError(prefix + field.name(), "required", "missing", null));
      }
    }
    for (JsonObject.Member member : object.members()) {
      if (shape.field(member.name()) == null) {
        unknown.add(
            new FieldError(prefix + member.name(), "unknown field", "unrecognized_key", null));
      }
    }
  }

  private void elements(FieldType.ListOf list, List<Json> elements, String path) {
    if (elements.size() < list.fewest() || elements.size() > list.most()) {
      String range = list.fewest() + ".." + list.most();
      wrong.add(new FieldError(path, "must have " + range + " elements", "out_of_range", range));
    }
    for (int index = 0; index < Math.min(elements.size(), list.most()); index++) {
      look(list.element(), elements.get(index), path + "[" + index + "]");
    }
  }

  private void oneOf(FieldType.Either either, Json value, String path) {
    List<List<FieldError>> attempts =
        either.types().stream().map(type -> problems(type, value, path)).toList();
    if (attempts.stream().noneMatch(List::isEmpty)) {
      // The types differ in their JSON type, so at most one attempt speaks of something deeper.
      attempts.stream()
          .filter(attempt -> attempt.stream().noneMatch(ShapeCheck::isOfAnotherType))
          .findFirst()
          .ifPresentOrElse(wrong::addAll, () -> wrong.add(attempts.getFirst().getFirst()));
    }
  }

  private static List<FieldError> problems(FieldType type, Json value, String path) {
    ShapeCheck check = new ShapeCheck();
    check.look(type, value, path);
    List<FieldError> all = new ArrayList<>(check.wrong);
    all.addAll(check.unknown);
    all.addAll(check.missing);
    return all;
  }

  private static boolean isOfAnotherType(FieldError error) {
    return error.code().equals("invalid_type");
  }

  private static String under(String path, JsonObject.Member member) {
    return path.equals(ROOT) ? member.name() : path + "." + member.name();
  }
}
