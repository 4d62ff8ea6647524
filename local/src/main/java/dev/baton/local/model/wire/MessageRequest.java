package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A request for a message that keeps the rules of {@link RequestRules}.
 *
 * @param body the whole request
 * @param digest 64 hexadecimal digits that depend on the bytes of the request alone
 * @param size bytes
 */
public record MessageRequest(ObjectNode body, String digest, int size) {
  private static final int BYTES_PER_TOKEN = 4;

  /** The request of a body that was read from these bytes. */
  public static MessageRequest of(ObjectNode body, byte[] bytes) {
    return new MessageRequest(body, hash(bytes), bytes.length);
  }

  /** The model that is asked for. */
  public String model() {
    return body.path("model").asText();
  }

  /** Whether events are wanted. */
  public boolean stream() {
    return body.path("stream").asBoolean();
  }

  /** Whether the model may think aloud. */
  public boolean thinking() {
    String type = body.path("thinking").path("type").asText();
    return type.equals("enabled") || type.equals("adaptive");
  }

  /** About how many tokens the request has; at least 1. */
  public int inputTokens() {
    return Math.max(1, size / BYTES_PER_TOKEN);
  }

  /** The offered tools that the choice of the request leaves, in its order. */
  public List<JsonNode> tools() {
    List<JsonNode> tools = new ArrayList<>();
    JsonNode choice = body.path("tool_choice");
    for (JsonNode tool : body.path("tools")) {
      boolean left =
          switch (choice.path("type").asText()) {
            case "none" -> false;
            case "tool" -> tool.path("name").equals(choice.path("name"));
            default -> true;
          };
      if (left) {
        tools.add(tool);
      }
    }
    return List.copyOf(tools);
  }

  /** The message that is to be answered. */
  public JsonNode lastMessage() {
    JsonNode messages = body.path("messages");
    return messages.path(messages.size() - 1);
  }

  /** The name of the tool whose call has this id, or the id when no message has it. */
  public String toolName(String callId) {
    for (JsonNode message : body.path("messages")) {
      for (JsonNode block : blocks(message)) {
        if (block.path("type").asText().equals("tool_use")
            && block.path("id").asText().equals(callId)) {
          return block.path("name").asText();
        }
      }
    }
    return callId;
  }

  /** The content of a message as an array of blocks; missing when it is a text. */
  private static JsonNode blocks(JsonNode message) {
    JsonNode content = message.path("content");
    return content.isArray() ? content : MissingNode.getInstance();
  }

  /** An id that depends on the request and on a name alone. */
  public String id(String prefix, String name) {
    return prefix + hash((digest + name).getBytes(StandardCharsets.UTF_8)).substring(0, 24);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
