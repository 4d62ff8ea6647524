package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.local.json.Jsons;

/** Reads what a person wrote as a value of a schema. */
final class Values {
  private static final int LONG_NUMBER = 10;

  private Values() {}

  /** The value; the text itself where the schema wants one, or where it is nothing else. */
  static JsonNode read(String text, JsonNode schema) {
    String type = type(schema);
    if (type.equals("string")) {
      return TextNode.valueOf(text);
    }
    JsonNode value = Jsons.parse(text);
    if (type.equals("array") && (value == null || !value.isArray())) {
      return list(text, schema.path("items"));
    }
    if (value == null || !fits(value, type)) {
      return TextNode.valueOf(text);
    }
    return value;
  }

  /** The type that a schema names, the first of several; empty for none. */
  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }

  private static JsonNode list(String text, JsonNode items) {
    ArrayNode list = Jsons.object().putArray("list");
    for (String each : text.split(",")) {
      list.add(read(each.strip(), items));
    }
    return list;
  }

  private static boolean fits(JsonNode value, String type) {
    return switch (type) {
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      // An id of many digits stays a text.
      default -> !value.isNumber() || value.asText().length() < LONG_NUMBER;
    };
  }
}
