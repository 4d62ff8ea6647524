package dev.baton.gateway.core.bootstrap;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The data of {@code afd-help}. Source: command specification, section 3.8. */
public final class HelpView {
  private static final List<String> BRIEF =
      List.of("handoff", "handoffProtocol", "fallbackCommand", "requires");
  private static final List<String> FULL = List.of("tags", "mutation", "examples");

  private HelpView() {}

  /** What is to be said about those commands. */
  public static JsonObject of(Catalogue listed, HelpQuery query) {
    Catalogue found = listed.those(query::finds);
    List<Json> commands = new ArrayList<>();
    Map<String, List<String>> names = new TreeMap<>();
    for (CatalogueEntry entry : found.entries()) {
      commands.add(about(entry, query.full()));
      names.computeIfAbsent(entry.category(), category -> new ArrayList<>()).add(entry.name());
    }
    JsonObject.Builder grouped = JsonObject.builder();
    names.forEach((category, each) -> grouped.put(category, JsonArray.ofTexts(each)));
    return JsonObject.builder()
        .put("commands", new JsonArray(commands))
        .put("total", listed.entries().size())
        .put("filtered", found.entries().size())
        .put("groupedByCategory", grouped.build())
        .build();
  }

  private static JsonObject about(CatalogueEntry entry, boolean full) {
    JsonObject.Builder about =
        JsonObject.builder()
            .put("name", entry.name())
            .put("description", entry.description())
            .put("category", entry.category());
    put(about, entry, BRIEF);
    if (full) {
      put(about, entry, FULL);
    }
    return about.build();
  }

  private static void put(JsonObject.Builder about, CatalogueEntry entry, List<String> names) {
    for (String name : names) {
      Json value = entry.item().get(name);
      if (value != null && !value.equals(JsonArray.EMPTY)) {
        about.put(name, value);
      }
    }
  }
}
