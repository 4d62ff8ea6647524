package dev.baton.agent.core.tool;

import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A command as a model may call it.
 *
 * @param name its name
 * @param description what it does
 * @param inputSchema the JSON schema of its arguments
 * @param mutation whether it changes something
 * @param destructive whether it deletes what cannot be made again
 * @param confirmPrompt what a person is asked before; null for nothing in particular
 */
public record Tool(
    String name,
    String description,
    JsonObject inputSchema,
    boolean mutation,
    boolean destructive,
    @Nullable String confirmPrompt) {

  /** The tool of an item of the catalogue. Source: command specification, section 2.4. */
  public static Tool of(JsonObject item) {
    return new Tool(
        JsonFields.text(item, "name"),
        JsonFields.text(item, "description"),
        JsonFields.object(item, "inputSchema"),
        JsonBoolean.TRUE.equals(item.get("mutation")),
        JsonBoolean.TRUE.equals(item.get("destructive")),
        item.text("confirmPrompt"));
  }

  /** The tool as a request to a model names it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("name", name)
        .put("description", description)
        .put("input_schema", inputSchema)
        .build();
  }
}
