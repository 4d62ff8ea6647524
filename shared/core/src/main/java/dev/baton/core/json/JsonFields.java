package dev.baton.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads members of what was written by ourselves; anything else is an {@link
 * IllegalArgumentException}.
 */
public final class JsonFields {
  private JsonFields() {}

  /** The text of a member that is always there. */
  public static String text(JsonObject object, String name) {
    String value = object.text(name);
    if (value == null) {
      throw new IllegalArgumentException("no text '" + name + "'");
    }
    return value;
  }

  /** The integer of a member that is always there. */
  public static long number(JsonObject object, String name) {
    Long value = numberOrNull(object, name);
    if (value == null) {
      throw new IllegalArgumentException("no number '" + name + "'");
    }
    return value;
  }

  /** The integer of a member, or null when it is absent. */
  public static @Nullable Long numberOrNull(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber(String literal) ? Long.valueOf(literal) : null;
  }

  /** The object of a member; empty when it is absent. */
  public static JsonObject object(JsonObject object, String name) {
    JsonObject value = object.object(name);
    return value == null ? JsonObject.EMPTY : value;
  }

  /** Whether a member is true. */
  public static boolean flag(JsonObject object, String name) {
    return JsonBoolean.TRUE.equals(object.get(name));
  }

  /** A number as JSON, or null. */
  public static @Nullable Json boxed(@Nullable Long value) {
    return value == null ? null : Json.of(value);
  }

  /** True as JSON, or null for false, which is not written. */
  public static @Nullable Json flagged(boolean value) {
    return value ? JsonBoolean.TRUE : null;
  }
}
