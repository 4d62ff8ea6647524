package dev.baton.survey.core.participant;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of what was written by ourselves; anything else is an {@link
 * IllegalArgumentException}.
 */
final class JsonFields {
  private JsonFields() {}

  static String text(JsonObject object, String name) {
    String value = object.text(name);
    if (value == null) {
      throw new IllegalArgumentException("no text '" + name + "'");
    }
    return value;
  }

  static long number(JsonObject object, String name) {
    Long value = numberOrNull(object, name);
    if (value == null) {
      throw new IllegalArgumentException("no number '" + name + "'");
    }
    return value;
  }

  static @Nullable Long numberOrNull(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber(String literal) ? Long.valueOf(literal) : null;
  }

  static boolean flag(JsonObject object, String name) {
    return JsonBoolean.TRUE.equals(object.get(name));
  }

  static JsonObject object(JsonObject object, String name) {
    JsonObject value = object.object(name);
    return value == null ? JsonObject.EMPTY : value;
  }

  static <T> @Nullable T optional(JsonObject object, String name, Function<JsonObject, T> read) {
    JsonObject value = object.object(name);
    return value == null ? null : read.apply(value);
  }

  static List<String> texts(JsonObject object, String name) {
    return list(object, name, element -> element instanceof JsonText(String text) ? text : "");
  }

  static <T> List<T> list(JsonObject object, String name, Function<Json, T> read) {
    List<T> values = new ArrayList<>();
    object.array(name).forEach(element -> values.add(read.apply(element)));
    return List.copyOf(values);
  }

  static Map<String, Json> map(JsonObject object, String name) {
    Map<String, Json> values = new LinkedHashMap<>();
    for (JsonObject.Member member : object(object, name).members()) {
      values.put(member.name(), member.value());
    }
    return values;
  }
}
