package dev.baton.gateway.core.bootstrap;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CatalogueEntry;

/** The data of {@code afd-schema}. */
public final class SchemaView {
  private SchemaView() {}

  /** The schemas of those commands. */
  public static JsonObject of(Catalogue commands) {
    return JsonObject.builder()
        .put(
            "schemas",
            new JsonArray(commands.entries().stream().<Json>map(SchemaView::schemas).toList()))
        .put("count", commands.entries().size())
        .put("format", "json")
        .build();
  }

  private static JsonObject schemas(CatalogueEntry entry) {
    return JsonObject.builder()
        .put("name", entry.name())
        .put("description", entry.description())
        .put("inputSchema", entry.schema("inputSchema"))
        .put("outputSchema", entry.schema("outputSchema"))
        .build();
  }
}
