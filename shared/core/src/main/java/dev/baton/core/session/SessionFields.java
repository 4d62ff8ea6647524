package dev.baton.core.session;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads members of what was written by ourselves; anything else is an {@link
 * IllegalArgumentException}.
 */
final class SessionFields {
  private SessionFields() {}

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

  static JsonObject object(JsonObject object, String name) {
    JsonObject value = object.object(name);
    return value == null ? JsonObject.EMPTY : value;
  }

  static boolean flag(JsonObject object, String name) {
    return JsonBoolean.TRUE.equals(object.get(name));
  }

  static @Nullable Json boxed(@Nullable Long value) {
    return value == null ? null : Json.of(value);
  }

  static @Nullable Json flagged(boolean value) {
    return value ? JsonBoolean.TRUE : null;
  }
}
