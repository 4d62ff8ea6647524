package dev.baton.gateway.core.catalogue;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer of {@code tools/list}. Source: command specification, section 2.4. */
public final class ToolList {
  private ToolList() {}

  /** The tools in AFD's dialect, which knows no output schema beside {@code _meta}. */
  public static JsonObject plain(Catalogue commands) {
    return list(commands, false);
  }

  /** The tools of the Model Context Protocol, with the schema of the whole envelope. */
  public static JsonObject structured(Catalogue commands) {
    return list(commands, true);
  }

  private static JsonObject list(Catalogue commands, boolean structured) {
    List<Json> tools = new ArrayList<>();
    commands.entries().forEach(entry -> tools.add(tool(entry, structured)));
    return JsonObject.builder().put("tools", new JsonArray(tools)).build();
  }

  private static JsonObject tool(CatalogueEntry entry, boolean structured) {
    JsonObject.Builder tool =
        JsonObject.builder()
            .put("name", entry.name())
            .put("title", title(entry.name()))
            .put("description", entry.description())
            .put("inputSchema", entry.schema("inputSchema"));
    if (structured) {
      tool.put("outputSchema", EnvelopeSchema.of(entry));
    }
    return tool.put("annotations", annotations(entry)).put("_meta", meta(entry)).build();
  }

  private static JsonObject annotations(CatalogueEntry entry) {
    JsonObject.Builder annotations =
        JsonObject.builder()
            .put("title", title(entry.name()))
            .put("readOnlyHint", !entry.mutation())
            .put("destructiveHint", entry.is("destructive"))
            .put("idempotentHint", !entry.mutation() || entry.is("idempotent"))
            .put("openWorldHint", false);
    if (entry.handoff()) {
      entry.copy(annotations, "handoff", "handoffProtocol", "agentConsumable", "fallbackCommand");
    }
    return annotations.build();
  }

  private static JsonObject meta(CatalogueEntry entry) {
    JsonObject.Builder meta = JsonObject.builder().put("category", entry.category());
    entry.copy(meta, "tags", "version", "mutation", "destructive", "executionTime");
    meta.put("errors", new JsonArray(entry.item().array("errors")));
    entry.copy(meta, "examples", "requires");
    meta.put("outputSchema", entry.schema("outputSchema"));
    if (entry.handoff()) {
      entry.copy(meta, "handoff", "handoffProtocol", "resumable", "agentConsumable");
      entry.copy(meta, "fallbackCommand", "capabilities");
    }
    return meta.build();
  }

  private static String title(String name) {
    return Arrays.stream(name.split("-"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
