package dev.baton.gateway.core.catalogue;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.List;

/** The JSON Schema of a whole result: it holds for refusals too. */
final class EnvelopeSchema {
  private EnvelopeSchema() {}

  static JsonObject of(CatalogueEntry entry) {
    return of(entry.schema("outputSchema"));
  }

  static JsonObject of(JsonObject data) {
    return object(
        JsonObject.builder()
            .put("success", typed("boolean", "Whether the command did what it was asked."))
            .put("data", data)
            .put("error", error())
            .put("confidence", typed("number", "How sure the output is, 0 to 1."))
            .put("reasoning", typed("string", "What was done."))
            .put("metadata", metadata())
            .build(),
        "success");
  }

  static JsonObject error() {
    return object(
        JsonObject.builder()
            .put("code", typed("string", "A stable name."))
            .put("message", typed("string", "What happened."))
            .put("suggestion", typed("string", "What to do next."))
            .put("retryable", typed("boolean", "Whether the same call can succeed later."))
            .put("details", typed("object", "More, by code."))
            .build(),
        "code",
        "message",
        "suggestion",
        "retryable");
  }

  private static JsonObject metadata() {
    return object(
        JsonObject.builder()
            .put("executionTimeMs", typed("integer", "How long it took."))
            .put("commandVersion", typed("string", "The version of the command."))
            .put("traceId", typed("string", "The id of this call in all logs."))
            .put("timestamp", typed("string", "When it was answered."))
            .build());
  }

  private static JsonObject object(JsonObject properties, String... required) {
    JsonObject.Builder schema =
        JsonObject.builder().put("type", "object").put("properties", properties);
    return required.length == 0
        ? schema.build()
        : schema.put("required", JsonArray.ofTexts(List.of(required))).build();
  }

  private static JsonObject typed(String type, String description) {
    return JsonObject.builder().put("type", type).put("description", description).build();
  }
}
