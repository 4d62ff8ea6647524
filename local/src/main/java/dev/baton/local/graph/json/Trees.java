package dev.baton.local.graph.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** JSON trees to and from bytes and texts. */
public final class Trees {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Trees() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static byte[] bytes(JsonNode tree) {
    return text(tree).getBytes(StandardCharsets.UTF_8);
  }

  public static String text(JsonNode tree) {
    try {
      return MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The tree as a person likes to read it, with a line feed at the end. */
  public static String pretty(JsonNode tree) {
    return tree.toPrettyString() + "\n";
  }

  /** The object in these bytes; empty if they hold anything else or nothing readable. */
  public static Optional<ObjectNode> parseObject(byte[] bytes) {
    return parse(bytes).filter(JsonNode::isObject).map(ObjectNode.class::cast);
  }

  /** The object in this text; empty if it holds anything else or nothing readable. */
  public static Optional<ObjectNode> parseObject(String text) {
    return parseObject(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(tree -> !tree.isMissingNode());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
