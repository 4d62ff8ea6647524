package dev.baton.gateway.core.bootstrap;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CatalogueEntry;

/** The data of {@code afd-docs}: commands as Markdown. */
public final class DocsView {
  private DocsView() {}

  /** The documentation of those commands. */
  public static JsonObject of(Catalogue commands) {
    StringBuilder markdown = new StringBuilder("# Commands\n");
    commands.entries().forEach(entry -> append(markdown, entry));
    return JsonObject.builder()
        .put("markdown", markdown.toString())
        .put("commandCount", commands.entries().size())
        .build();
  }

  private static void append(StringBuilder markdown, CatalogueEntry entry) {
    markdown.append("\n## ").append(entry.name()).append("\n\n");
    markdown.append(entry.description()).append("\n\n");
    markdown.append("Version ").append(entry.text("version"));
    markdown.append(entry.mutation() ? ", changes something" : ", changes nothing");
    markdown.append(". Tags: ").append(String.join(", ", entry.tags())).append(".\n");
    if (entry.handoff()) {
      markdown
          .append("Hands off to ")
          .append(entry.text("handoffProtocol"))
          .append("; without it: ")
          .append(entry.text("fallbackCommand"))
          .append(".\n");
    }
    if (!entry.requires().isEmpty()) {
      markdown.append("After: ").append(String.join(", ", entry.requires())).append(".\n");
    }
    fields(markdown, "Input", entry.schema("inputSchema"));
    fields(markdown, "Output", entry.schema("outputSchema"));
    for (Json example : entry.item().array("examples")) {
      if (example instanceof JsonObject object) {
        example(markdown, object);
      }
    }
  }

  private static void fields(StringBuilder markdown, String title, JsonObject schema) {
    JsonObject properties = schema.object("properties");
    if (properties == null || properties.members().isEmpty()) {
      return;
    }
    markdown
        .append("\n### ")
        .append(title)
        .append("\n\n| field | required | what |\n|---|---|---|\n");
    for (JsonObject.Member member : properties.members()) {
      String text = member.value() instanceof JsonObject one ? one.text("description") : null;
      markdown
          .append("| `")
          .append(member.name())
          .append("` | ")
          .append(schema.array("required").contains(new JsonText(member.name())) ? "yes" : "no")
          .append(" | ")
          .append(text == null ? "" : text.replace("|", "\\|"))
          .append(" |\n");
    }
  }

  private static void example(StringBuilder markdown, JsonObject example) {
    String title = example.text("title");
    Json input = example.get("input");
    markdown
        .append("\n")
        .append(title == null ? "Example" : title)
        .append(":\n\n```json\n")
        .append(input == null ? "{}" : input.write())
        .append("\n```\n");
  }
}
