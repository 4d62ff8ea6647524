package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.local.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a tool, found in a phrase. In this order: {@code key=value}; a value that follows
 * its argument's word ("the room general"); a word that is one of the allowed values; quoted texts
 * for texts that are left, required ones first; the schema's default, constant or example for
 * required ones.
 *
 * @param input what was found
 * @param missing required arguments that were not
 */
record Arguments(ObjectNode input, List<String> missing) {

  static Arguments of(JsonNode tool, Phrase phrase) {
    JsonNode schema = tool.path("input_schema");
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    Finder finder = new Finder(tool, phrase, required);
    finder.find();
    return new Arguments(
        finder.input, required.stream().filter(name -> !finder.input.has(name)).toList());
  }

  /** Asks the person for what is missing. */
  String question(String tool) {
    String names = String.join(" and ", missing.stream().map(name -> "`" + name + "`").toList());
    return "For `"
        + tool
        + "` I need "
        + names
        + ". Write for example: "
        + missing.getFirst()
        + "=…";
  }

  /** Fills the arguments of one tool. */
  private static final class Finder {
    private final ObjectNode input = Jsons.object();
    private final JsonNode properties;
    private final Phrase phrase;
    private final List<String> required;
    private final Mentions mentions;

    Finder(JsonNode tool, Phrase phrase, List<String> required) {
      this.properties = tool.path("input_schema").path("properties");
      this.phrase = phrase;
      this.required = required;
      this.mentions = new Mentions(phrase, tool.path("name").asText());
    }

    void find() {
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        JsonNode value = spoken(property.getKey(), property.getValue());
        if (value != null) {
          input.set(property.getKey(), value);
        }
      }
      quoted();
      required.forEach(this::otherwise);
    }

    private @Nullable JsonNode spoken(String name, JsonNode schema) {
      for (Map.Entry<String, String> pair : phrase.pairs().entrySet()) {
        if (Words.parts(pair.getKey()).equals(Words.parts(name))) {
          return Values.read(pair.getValue(), schema);
        }
      }
      String mentioned = mentions.valueOf(name, schema);
      return mentioned == null ? allowed(schema) : Values.read(mentioned, schema);
    }

    private @Nullable JsonNode allowed(JsonNode schema) {
      for (JsonNode allowed : schema.path("enum")) {
        if (phrase.words().stream().anyMatch(allowed.asText()::equalsIgnoreCase)) {
          return allowed;
        }
      }
      return null;
    }

    private void quoted() {
      List<String> texts = new ArrayList<>(phrase.quoted());
      texts.removeIf(text -> text.isEmpty() || isUsed(text));
      List<String> open = new ArrayList<>(required);
      properties.fieldNames().forEachRemaining(open::add);
      for (String name : open) {
        boolean wanted = Values.type(properties.path(name)).equals("string") && !input.has(name);
        if (wanted && !texts.isEmpty() && !properties.path(name).has("enum")) {
          input.set(name, TextNode.valueOf(texts.removeFirst()));
        }
      }
    }

    private boolean isUsed(String text) {
      return input.properties().stream()
          .anyMatch(property -> property.getValue().asText().equals(text));
    }

    private void otherwise(String name) {
      JsonNode schema = properties.path(name);
      List<JsonNode> candidates =
          List.of(
              schema.path("default"),
              schema.path("const"),
              schema.path("enum").size() == 1
                  ? schema.path("enum").path(0)
                  : schema.path("enum").path(-1),
              schema.path("example"),
              schema.path("examples").path(0));
      candidates.stream()
          .filter(value -> !value.isMissingNode() && !input.has(name))
          .findFirst()
          .ifPresent(value -> input.set(name, value));
    }
  }
}
