package dev.baton.core.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.schema.JsonSchemas;

/**
 * Writes definitions as items of the catalogue, from which every listing is made. Source: command
 * specification, section 2.4.
 */
final class CatalogueItem {
  private CatalogueItem() {}

  static JsonObject of(CommandDefinition command) {
    JsonObject.Builder item =
        JsonObject.builder()
            .put("name", command.name())
            .put("category", command.category())
            .put("version", command.version())
            .put("description", command.description())
            .put("tags", JsonArray.ofTexts(command.tags()))
            .put("mutation", command.mutation())
            .put("destructive", command.destructive())
            .put("executionTime", command.effects().executionTime().word());
    HandoffDefinition handoff = command.handoff();
    if (handoff != null) {
      putHandoff(item, handoff);
    }
    return item.put("requires", JsonArray.ofTexts(command.requires()))
        .put("errors", JsonArray.ofTexts(command.errors().stream().map(ErrorCode::name).toList()))
        .put("expose", command.exposure().toJson())
        .put("idempotent", command.idempotent())
        .putIfPresent("confirmPrompt", command.effects().confirmPrompt())
        .putIfPresent("undoCommand", command.undoCommand())
        .put(
            "examples",
            new JsonArray(command.examples().stream().<Json>map(Example::toJson).toList()))
        .put("inputSchema", JsonSchemas.input(command.input()))
        .put("outputSchema", JsonSchemas.output(command.output()))
        .build();
  }

  private static void putHandoff(JsonObject.Builder item, HandoffDefinition handoff) {
    item.put("handoff", true)
        .put("handoffProtocol", handoff.protocol().word())
        .put("resumable", handoff.resumable())
        .put("agentConsumable", handoff.agentConsumable())
        .put("fallbackCommand", handoff.fallbackCommand())
        .put("capabilities", JsonArray.ofTexts(handoff.capabilities()));
  }
}
