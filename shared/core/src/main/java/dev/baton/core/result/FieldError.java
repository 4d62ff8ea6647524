package dev.baton.core.result;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input.
 *
 * @param path the field: {@code (root)}, {@code limit}, {@code a.b[0].c}
 * @param message what is wrong, without the path
 * @param code the kind of fault: {@code missing}, {@code unrecognized_key}, {@code invalid_type},
 *     {@code out_of_range}, {@code invalid_value}, {@code too_large}
 * @param expected what would be right, or null
 */
public record FieldError(String path, String message, String code, @Nullable String expected) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("path", path)
        .put("message", message)
        .put("code", code)
        .putIfPresent("expected", expected)
        .build();
  }
}
