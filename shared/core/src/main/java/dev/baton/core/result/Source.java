package dev.baton.core.result;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of an output comes from.
 *
 * @param type its kind, such as {@code document}
 * @param id its id, or null
 * @param title its title, or null
 * @param url where it can be read, or null
 */
public record Source(
    String type, @Nullable String id, @Nullable String title, @Nullable String url) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("type", type)
        .putIfPresent("id", id)
        .putIfPresent("title", title)
        .putIfPresent("url", url)
        .build();
  }
}
