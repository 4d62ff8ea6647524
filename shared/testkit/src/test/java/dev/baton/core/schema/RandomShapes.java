package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Shapes and values by chance, values near the borders of what a shape accepts. */
final class RandomShapes {
  private static final List<String> NAMES = List.of("a", "b", "c", "limit", "since", "x_y");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "ab",
          "abc",
          "a b",
          "5",
          "true",
          "a\nb",
          "a\tb",
          "a\rb",
          "a\u0000",
          "\u0085",
          "\u00e9",
          "\ud83d\ude00",
          "ab\n",
          "A-1",
          "2026-01-15",
          "2026-01-15T10:00:00Z",
          "2026-02-30",
          "2026-01-15T10:00Z",
          "2026-01-15T10:00:00.123+02:00",
          "2026-13-01",
          "2026-01-15t10:00:00z",
          "2026-01-15T24:00:00Z",
          "2026-01-15T23:59:60Z",
          "2026-01-15T10:00:00+18:00",
          "2026-01-15T10:00:00.000Z",
          "red",
          "green",
          "Red",
          "abcdefghijklmnop");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "1",
          "5",
          "5.0",
          "5.5",
          "50e-1",
          "1e1",
          "1e2",
          "100",
          "101",
          "-1",
          "0.1",
          "1e19",
          "1e-19",
          "99999999999999999999",
          "253402300799999",
          "253402300800000",
          "1768471200000",
          "9007199254740993",
          "100.00000000000000000001");

  private final SplittableRandom random;

  RandomShapes(long seed) {
    this.random = new SplittableRandom(seed);
  }

  Shape shape(int depth) {
    List<Field> fields = new ArrayList<>();
    for (String name : NAMES) {
      if (random.nextInt(3) > 0) {
        FieldType type = type(depth);
        fields.add(
            random.nextBoolean()
                ? Field.required(name, type, "A field.")
                : Field.optional(name, type, "A field."));
      }
    }
    return new Shape(fields);
  }

  private FieldType type(int depth) {
    return switch (random.nextInt(depth > 0 ? 15 : 11)) {
      case 0 -> FieldType.text(random.nextInt(3), 3 + random.nextInt(10));
      case 1 -> FieldType.text(0, 12, "[A-Za-z0-9_-]+");
      case 2 -> new FieldType.Choice(List.of("red", "green"));
      case 3 -> new FieldType.Whole(random.nextInt(3), 5 + random.nextInt(200));
      case 4 -> new FieldType.Truth();
      case 5 -> new FieldType.Moment();
      case 6 -> new FieldType.FreeObject(10_000);
      case 7 -> new FieldType.Document(10_000);
      case 8 -> new FieldType.Decimal();
      case 9 -> new FieldType.FreeText();
      case 10 -> new FieldType.Anything();
      case 11 -> new FieldType.ListOf(type(depth - 1), random.nextInt(2), 1 + random.nextInt(3));
      case 12 -> new FieldType.MapOf(type(depth - 1));
      case 13 ->
          new FieldType.Either(
              List.of(
                  FieldType.text(1, 5, "[a-z]+"),
                  new FieldType.ListOf(FieldType.text(1, 5, "[a-z]+"), 1, 2)));
      default -> new FieldType.Nested(shape(depth - 1));
    };
  }

  /** A value for a shape: mostly of the right kind, often wrong in one place. */
  JsonObject value(Shape shape) {
    JsonObject.Builder value = JsonObject.builder();
    for (Field field : shape.fields()) {
      if (random.nextInt(8) > 0) {
        value.put(field.name(), value(field.type()));
      }
    }
    if (random.nextInt(10) == 0) {
      value.put("limt", Json.of(1));
    }
    return value.build();
  }

  private Json value(FieldType type) {
    if (random.nextInt(12) == 0) {
      return anything(2);
    }
    return switch (type) {
      case FieldType.Nested(Shape shape) -> value(shape);
      case FieldType.ListOf list -> list(list.element());
      case FieldType.MapOf(FieldType each) ->
          JsonObject.builder().put("k1", value(each)).put("k2", value(each)).build();
      case FieldType.Either(List<FieldType> types) ->
          value(types.get(random.nextInt(types.size())));
      case FieldType.Whole whole -> new JsonNumber(pick(NUMBERS));
      case FieldType.Decimal decimal -> new JsonNumber(pick(NUMBERS));
      case FieldType.Truth truth -> Json.of(random.nextBoolean());
      case FieldType.FreeObject object -> JsonObject.builder().put("any", anything(2)).build();
      case FieldType.Moment moment ->
          random.nextBoolean() ? new JsonNumber(pick(NUMBERS)) : Json.of(pick(TEXTS));
      case FieldType.Text text -> Json.of(pick(TEXTS));
      case FieldType.FreeText text -> Json.of(pick(TEXTS));
      case FieldType.Choice choice -> Json.of(pick(TEXTS));
      case FieldType.Timestamp timestamp -> Json.of(pick(TEXTS));
      case FieldType.Document document -> Json.of(pick(TEXTS));
      case FieldType.Anything anything -> anything(2);
    };
  }

  private Json list(FieldType element) {
    List<Json> elements = new ArrayList<>();
    int size = random.nextInt(4);
    for (int index = 0; index < size; index++) {
      elements.add(value(element));
    }
    return new JsonArray(elements);
  }

  private Json anything(int depth) {
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0 -> Json.of(pick(TEXTS));
      case 1 -> new JsonNumber(pick(NUMBERS));
      case 2 -> Json.of(random.nextBoolean());
      case 3 -> JsonNull.NULL;
      case 4 -> JsonArray.of(anything(depth - 1));
      default -> JsonObject.builder().put("any", anything(depth - 1)).build();
    };
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
