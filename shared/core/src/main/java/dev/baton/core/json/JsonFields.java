package dev.baton.core.json;

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
public final class JsonFields {
  private JsonFields() {}

  /** The text of a member that is always written. */
  public static String text(JsonObject object, String name) {
    String value = object.text(name);
    if (value == null) {
      throw new IllegalArgumentException("no text '" + name + "'");
    }
    return value;
  }

  /** The integer of a member that is always written. */
  public static long number(JsonObject object, String name) {
    Long value = numberOrNull(object, name);
    if (value == null) {
      throw new IllegalArgumentException("no number '" + name + "'");
    }
    return value;
  }

  /** The integer of a member, or null. */
  public static @Nullable Long numberOrNull(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber(String literal) ? Long.valueOf(literal) : null;
  }

  /** Whether a member is there and true. */
  public static boolean flag(JsonObject object, String name) {
    return JsonBoolean.TRUE.equals(object.get(name));
  }

  /** The object of a member, without members when it is absent. */
  public static JsonObject object(JsonObject object, String name) {
    JsonObject value = object.object(name);
    return value == null ? JsonObject.EMPTY : value;
  }

  /** What is read from the object of a member; null when it is absent. */
  public static <T> @Nullable T optional(
      JsonObject object, String name, Function<JsonObject, T> read) {
    JsonObject value = object.object(name);
    return value == null ? null : read.apply(value);
  }

  /** The texts of an array. */
  public static List<String> texts(JsonObject object, String name) {
    return list(object, name, element -> element instanceof JsonText(String text) ? text : "");
  }

  /** What is read from each element of an array; empty when it is absent. */
  public static <T> List<T> list(JsonObject object, String name, Function<Json, T> read) {
    List<T> values = new ArrayList<>();
    object.array(name).forEach(element -> values.add(read.apply(element)));
    return List.copyOf(values);
  }

  /** The members of the object of a member, in their order. */
  public static Map<String, Json> map(JsonObject object, String name) {
    Map<String, Json> values = new LinkedHashMap<>();
    for (JsonObject.Member member : object(object, name).members()) {
      values.put(member.name(), member.value());
    }
    return values;
  }

  /** A number to write, or nothing. */
  public static @Nullable Json boxed(@Nullable Long value) {
    return value == null ? null : Json.of(value);
  }

  /** Truth to write, or nothing. */
  public static @Nullable Json flagged(boolean value) {
    return value ? JsonBoolean.TRUE : null;
  }
}
