package dev.baton.gateway.core.catalogue;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** The commands as an OpenAPI 3.1 document: a path for each. Source: OpenAPI 3.1.1. */
public final class OpenApiDocument {
  private static final String JSON = "application/json";

  private OpenApiDocument() {}

  /**
   * The document.
   *
   * @param commands the commands it describes
   * @param serverUrl where they are called
   * @param version the version of the server
   */
  public static JsonObject of(Catalogue commands, String serverUrl, String version) {
    JsonObject.Builder paths = JsonObject.builder();
    List<String> categories = new ArrayList<>();
    for (CatalogueEntry entry : commands.entries()) {
      paths.put("/commands/" + entry.name(), path(entry));
      if (!categories.contains(entry.category())) {
        categories.add(entry.category());
      }
    }
    return JsonObject.builder()
        .put("openapi", "3.1.0")
        .put("info", info(version))
        .put("servers", JsonArray.of(JsonObject.builder().put("url", serverUrl).build()))
        .put("security", JsonArray.of(JsonObject.builder().put("apiKey", JsonArray.EMPTY).build()))
        .put("tags", tags(categories))
        .put("paths", paths.build())
        .put("components", components())
        .build();
  }

  private static JsonObject info(String version) {
    return JsonObject.builder()
        .put("title", "Baton")
        .put("version", version)
        .put("description", "Commands that hand conversations over and always get them back.")
        .put(
            "license",
            JsonObject.builder().put("name", "Apache 2.0").put("identifier", "Apache-2.0").build())
        .build();
  }

  private static JsonArray tags(List<String> categories) {
    return new JsonArray(
        categories.stream()
            .<Json>map(name ->
                JsonObject.builder()
                    .put("name", name)
                    .put("description", "The commands of " + name + ".")
                    .build())
            .toList());
  }

  private static JsonObject path(CatalogueEntry entry) {
    JsonObject.Builder operation =
        JsonObject.builder()
            .put("operationId", entry.name())
            .put("summary", entry.description())
            .put("description", described(entry))
            .put("tags", JsonArray.ofTexts(List.of(entry.category())));
    if (entry.mutation()) {
      operation.put("parameters", JsonArray.of(idempotencyKey()));
    }
    operation.put("requestBody", requestBody(entry)).put("responses", responses(entry));
    return JsonObject.builder().put("post", operation.build()).build();
  }

  private static String described(CatalogueEntry entry) {
    List<String> codes = new ArrayList<>();
    for (Json code : entry.item().array("errors")) {
      if (code instanceof JsonText(String name)) {
        codes.add(name);
      }
    }
    String own = codes.isEmpty() ? "none" : String.join(", ", codes);
    return entry.description() + " Error codes of its own: " + own + ".";
  }

  private static JsonObject idempotencyKey() {
    return JsonObject.builder()
        .put("name", "Idempotency-Key")
        .put("in", "header")
        .put("description", "The same key and input are carried out once.")
        .put("required", false)
        .put(
            "schema",
            JsonObject.builder()
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", 128)
                .build())
        .build();
  }

  private static JsonObject requestBody(CatalogueEntry entry) {
    JsonObject.Builder examples = JsonObject.builder();
    int number = 1;
    for (Json each : entry.item().array("examples")) {
      if (each instanceof JsonObject example && example.get("input") != null) {
        String title = example.text("title");
        examples.put(
            "example" + number++,
            JsonObject.builder()
                .put("summary", title == null ? entry.name() : title)
                .putIfPresent("value", example.get("input"))
                .build());
      }
    }
    return JsonObject.builder()
        .put("required", !entry.schema("inputSchema").array("required").isEmpty())
        .put("content", content(entry.schema("inputSchema"), examples.build()))
        .build();
  }

  private static JsonObject responses(CatalogueEntry entry) {
    JsonObject.Builder responses =
        JsonObject.builder()
            .put(
                "200",
                JsonObject.builder()
                    .put("description", "The command did what it was asked.")
                    .put("content", content(EnvelopeSchema.of(entry), JsonObject.EMPTY))
                    .build());
    OpenApiRefusals.references()
        .members()
        .forEach(each -> responses.put(each.name(), each.value()));
    return responses.build();
  }

  private static JsonObject components() {
    JsonObject bearer =
        JsonObject.builder()
            .put("type", "http")
            .put("scheme", "bearer")
            .put(
                "description",
                "An API key, or a token of the configured issuer; its scopes say what it may call.")
            .build();
    return JsonObject.builder()
        .put("securitySchemes", JsonObject.builder().put("apiKey", bearer).build())
        .put("schemas", OpenApiRefusals.schemas())
        .put("responses", OpenApiRefusals.responses())
        .build();
  }

  private static JsonObject content(JsonObject schema, JsonObject examples) {
    JsonObject.Builder media = JsonObject.builder().put("schema", schema);
    if (!examples.members().isEmpty()) {
      media.put("examples", examples);
    }
    return JsonObject.builder().put(JSON, media.build()).build();
  }
}
