package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes shapes as JSON Schema 2020-12. Inputs are closed: what is not declared is refused. Outputs
 * are open, because later versions may say more.
 */
public final class JsonSchemas {
  /** What a text without a shape may consist of. */
  private static final String NO_CONTROLS = "^[^\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]*$";

  private static final List<String> ALL_TYPES =
      List.of("object", "array", "string", "number", "boolean", "null");

  private final boolean closed;

  private JsonSchemas(boolean closed) {
    this.closed = closed;
  }

  /** The schema of an input. */
  public static JsonObject input(Shape shape) {
    return new JsonSchemas(true).object(shape);
  }

  /** The schema of an output. */
  public static JsonObject output(FieldType type) {
    return new JsonSchemas(false).type(type).build();
  }

  /** The schema of an output that has nothing undeclared: what Baton's own tests hold it to. */
  public static JsonObject exact(FieldType type) {
    return new JsonSchemas(true).type(type).build();
  }

  private JsonObject object(Shape shape) {
    return objectType(shape).build();
  }

  private JsonObject.Builder objectType(Shape shape) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    for (Field field : shape.fields()) {
      properties.put(field.name(), property(field));
      if (field.required()) {
        required.add(field.name());
      }
    }
    JsonObject.Builder schema = typed("object").put("properties", properties.build());
    if (!required.isEmpty()) {
      schema.put("required", JsonArray.ofTexts(required));
    }
    return closed ? schema.put("additionalProperties", false) : schema;
  }

  private JsonObject property(Field field) {
    JsonObject.Builder property = type(field.type()).put("description", field.description());
    Json fallback = field.fallback();
    return fallback == null ? property.build() : property.put("default", fallback).build();
  }

  private JsonObject.Builder type(FieldType type) {
    return switch (type) {
      case FieldType.Text text -> text(text);
      case FieldType.FreeText text -> typed("string");
      case FieldType.Choice(List<String> words) ->
          typed("string").put("enum", JsonArray.ofTexts(words));
      case FieldType.Whole(long least, long greatest) ->
          typed("integer").put("minimum", least).put("maximum", greatest);
      case FieldType.Decimal decimal -> typed("number");
      case FieldType.Truth truth -> typed("boolean");
      case FieldType.Moment moment -> moment();
      case FieldType.Timestamp timestamp -> typed("string").put("format", "date-time");
      case FieldType.FreeObject object -> typed("object");
      case FieldType.Document document -> typed("object", "string");
      case FieldType.Anything anything -> typed(ALL_TYPES);
      case FieldType.Nested(Shape shape) -> objectType(shape);
      case FieldType.ListOf list -> list(list);
      case FieldType.MapOf(FieldType value) ->
          typed("object").put("additionalProperties", type(value).build());
      case FieldType.Either(List<FieldType> types) -> either(types);
    };
  }

  private static JsonObject.Builder text(FieldType.Text text) {
    Pattern shape = text.shape();
    JsonObject.Builder schema = typed("string");
    if (text.shortest() > 0) {
      schema.put("minLength", text.shortest());
    }
    return schema
        .put("maxLength", text.longest())
        .put("pattern", shape == null ? NO_CONTROLS : whole(shape));
  }

  private static JsonObject.Builder moment() {
    JsonObject dateTime =
        typed("string").put("format", "date-time").put("pattern", whole(Moments.TEXT)).build();
    JsonObject date = typed("string").put("format", "date").build();
    JsonObject milliseconds =
        typed("integer").put("minimum", 0).put("maximum", Moments.LATEST).build();
    return typed("string", "integer").put("anyOf", JsonArray.of(dateTime, date, milliseconds));
  }

  private JsonObject.Builder list(FieldType.ListOf list) {
    JsonObject.Builder schema = typed("array").put("items", type(list.element()).build());
    if (list.fewest() > 0) {
      schema.put("minItems", list.fewest());
    }
    return list.most() == Integer.MAX_VALUE ? schema : schema.put("maxItems", list.most());
  }

  private JsonObject.Builder either(List<FieldType> types) {
    List<Json> schemas = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (FieldType type : types) {
      JsonObject schema = type(type).build();
      schemas.add(schema);
      names.addAll(names(schema.get("type")));
    }
    return typed(names).put("anyOf", new JsonArray(schemas));
  }

  private static List<String> names(@Nullable Json type) {
    return switch (type) {
      case JsonText(String name) -> List.of(name);
      case JsonArray(List<Json> several) ->
          several.stream().flatMap(each -> names(each).stream()).toList();
      case null, default -> List.of();
    };
  }

  private static String whole(Pattern shape) {
    return "^(?:" + shape.pattern() + ")$";
  }

  private static JsonObject.Builder typed(String... names) {
    return typed(List.of(names));
  }

  private static JsonObject.Builder typed(List<String> names) {
    JsonObject.Builder schema = JsonObject.builder();
    return names.size() == 1
        ? schema.put("type", names.getFirst())
        : schema.put("type", JsonArray.ofTexts(names));
  }
}
