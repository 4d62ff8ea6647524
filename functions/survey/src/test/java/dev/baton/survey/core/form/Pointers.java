package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Follows JSON pointers. Source: RFC 6901. */
public final class Pointers {
  private Pointers() {}

  /** The value that the pointer leads to, or null when it leads nowhere. */
  public static @Nullable Json resolve(Json json, String pointer) {
    Json value = json;
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      value = value == null ? null : step(value, token.replace("~1", "/").replace("~0", "~"));
    }
    return value;
  }

  private static @Nullable Json step(Json json, String token) {
    if (json instanceof JsonObject object) {
      return object.get(token);
    }
    return json instanceof JsonArray array && Integer.parseInt(token) < array.elements().size()
        ? array.elements().get(Integer.parseInt(token))
        : null;
  }
}
