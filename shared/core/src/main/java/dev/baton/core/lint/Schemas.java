package dev.baton.core.lint;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.JsonSchemas;
import dev.baton.core.schema.Shape;
import dev.baton.core.schema.ShapeCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the shapes of a command must be: complete, not deep, and with defaults that are valid. */
final class Schemas {
  private static final int DEEPEST_INPUT = 2;
  // Their inputs are the inputs of other commands.
  private static final Set<String> MAY_BE_DEEP = Set.of("afd-batch", "afd-pipe");

  private Schemas() {}

  static List<String> problems(CommandDefinition command) {
    List<String> problems = new ArrayList<>();
    if (depth(command.input()) > DEEPEST_INPUT && !MAY_BE_DEEP.contains(command.name())) {
      problems.add("the input nests more than " + DEEPEST_INPUT + " levels");
    }
    defaults(command.input(), "", problems);
    properties(JsonSchemas.input(command.input()), "input", problems);
    properties(JsonSchemas.output(command.output()), "output", problems);
    return problems;
  }

  private static void defaults(Shape shape, String prefix, List<String> problems) {
    for (Field field : shape.fields()) {
      Json fallback = field.fallback();
      if (fallback != null && !ShapeCheck.of(fallback, field.type()).isEmpty()) {
        problems.add("the default of " + prefix + field.name() + " is invalid");
      }
      if (field.type() instanceof FieldType.Nested(Shape inner)) {
        defaults(inner, prefix + field.name() + ".", problems);
      }
    }
  }

  private static void properties(JsonObject schema, String path, List<String> problems) {
    if (schema.get("type") == null) {
      problems.add(path + " has no type");
    }
    JsonObject properties = schema.object("properties");
    if (properties != null) {
      for (JsonObject.Member member : properties.members()) {
        String inner = path + "." + member.name();
        if (member.value() instanceof JsonObject property) {
          if (property.text("description") == null) {
            problems.add(inner + " has no description");
          }
          properties(property, inner, problems);
        }
      }
    }
    JsonObject items = schema.object("items");
    if (items != null) {
      properties(items, path + "[]", problems);
    }
  }

  /** 1 for an object of plain fields, 2 when one of them is an object, and so on. */
  private static int depth(Shape shape) {
    return 1 + shape.fields().stream().mapToInt(field -> depth(field.type())).max().orElse(0);
  }

  private static int depth(FieldType type) {
    return switch (type) {
      case FieldType.Nested(Shape shape) -> depth(shape);
      case FieldType.ListOf list -> depth(list.element());
      case FieldType.MapOf(FieldType value) -> depth(value);
      case FieldType.Either(List<FieldType> types) ->
          types.stream().mapToInt(Schemas::depth).max().orElse(0);
      case FieldType.Text text -> 0;
      case FieldType.FreeText text -> 0;
      case FieldType.Choice choice -> 0;
      case FieldType.Whole whole -> 0;
      case FieldType.Decimal decimal -> 0;
      case FieldType.Truth truth -> 0;
      case FieldType.Moment moment -> 0;
      case FieldType.Timestamp timestamp -> 0;
      case FieldType.FreeObject object -> 0;
      case FieldType.Document document -> 0;
      case FieldType.Anything anything -> 0;
    };
  }
}
