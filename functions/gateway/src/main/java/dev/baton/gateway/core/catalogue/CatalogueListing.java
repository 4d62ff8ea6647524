package dev.baton.gateway.core.catalogue;

import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /commands}. Source: command specification, section 2.4. */
public final class CatalogueListing {
  private CatalogueListing() {}

  /**
   * The listing of what a caller may call.
   *
   * @param mine the commands that the caller's scopes cover
   * @param version what changes exactly when those change
   * @param category the only category wanted, or null
   * @param tag the only tag wanted, or null
   */
  public static JsonObject of(
      Catalogue mine, String version, @Nullable String category, @Nullable String tag) {
    Catalogue wanted =
        mine.those(entry ->
            (category == null || entry.category().equals(category))
                && (tag == null || entry.tags().contains(tag)));
    return JsonObject.builder()
        .put("catalogueVersion", version)
        .put("total", wanted.entries().size())
        .put("commands", wanted.items())
        .build();
  }
}
