package dev.baton.local.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The tools that the console's sessions offer: chat and survey commands that are no handoffs. */
final class Offered {
  private Offered() {}

  /** The member {@code tools} of a request. */
  static String tools() {
    ArrayNode tools = Jsons.object().putArray("tools");
    for (JsonNode command : catalogue()) {
      boolean handoff = command.path("tags").toString().contains("\"handoff\"");
      if (command.path("name").asText().matches("(chat|survey)-.*") && !handoff) {
        ObjectNode tool = Jsons.object();
        tool.set("name", command.path("name"));
        tool.set("description", command.path("description"));
        tool.set("input_schema", command.path("inputSchema"));
        tools.add(tool);
      }
    }
    return "\"tools\": " + Jsons.write(tools);
  }

  private static JsonNode catalogue() {
    try (InputStream in =
        Objects.requireNonNull(
            Offered.class.getResourceAsStream("/dev/baton/gateway/catalogue.json"))) {
      JsonNode catalogue = Objects.requireNonNull(Jsons.parse(in.readAllBytes()));
      return catalogue.isArray() ? catalogue : catalogue.path("commands");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
