package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Rules of the messages: who begins, what a block must have, and that every call of a tool has its
 * result at the beginning of the next message, and only there.
 */
final class HistoryRules {
  private final Set<String> everCalled = new HashSet<>();
  private final Set<String> open = new LinkedHashSet<>();

  private HistoryRules() {}

  static void check(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw new Violation("messages", "at least one message is required");
    }
    if (!messages.path(0).path("role").asText().equals("user")) {
      throw new Violation("messages.0.role", "the first message must be from the user");
    }
    HistoryRules rules = new HistoryRules();
    for (int place = 0; place < messages.size(); place++) {
      rules.message("messages." + place, messages.path(place), place == messages.size() - 1);
    }
    rules.checkAllAnswered("messages");
  }

  private void message(String place, JsonNode message, boolean last) {
    String role = message.path("role").asText();
    JsonNode content = message.path("content");
    if (!role.equals("user") && !role.equals("assistant")) {
      throw new Violation(place + ".role", "must be user or assistant");
    }
    if (!content.isTextual() && !content.isArray()) {
      throw new Violation(place + ".content", "must be a text or a list of blocks");
    }
    boolean empty = content.isTextual() ? content.asText().isBlank() : content.isEmpty();
    if (empty && !(last && role.equals("assistant"))) {
      throw new Violation(place + ".content", "must not be empty");
    }
    results(place, role, content);
    checkAllAnswered(place);
    for (int index = 0; content.isArray() && index < content.size(); index++) {
      block(place + ".content." + index, role, content.path(index));
    }
    checkEnd(place, role, content, last);
  }

  /** The results that a message begins with close the calls of the message before it. */
  private void results(String place, String role, JsonNode content) {
    boolean first = true;
    for (int index = 0; content.isArray() && index < content.size(); index++) {
      JsonNode block = content.path(index);
      boolean result = block.path("type").asText().equals("tool_result");
      if (result && !first) {
        throw new Violation(
            place + ".content." + index, "tool_result blocks must come before everything else");
      }
      if (result) {
        close(place + ".content." + index, role, block.path("tool_use_id").asText());
      }
      first = result;
    }
  }

  private void close(String place, String role, String callId) {
    if (!role.equals("user")) {
      throw new Violation(place, "only the user gives a tool_result");
    }
    if (!open.remove(callId)) {
      throw new Violation(
          place, "tool_use_id '" + callId + "' is no open tool_use of the message before");
    }
  }

  private void checkAllAnswered(String place) {
    if (!open.isEmpty()) {
      throw new Violation(
          place,
          "these tool_use ids have no tool_result at the beginning of the next message: "
              + String.join(", ", open));
    }
  }

  private void block(String place, String role, JsonNode block) {
    switch (block.path("type").asText()) {
      case "text" -> TextRules.check(place, block);
      case "tool_use" -> call(place, role, block);
      case "tool_result" -> resultContent(place, block.path("content"));
      case "thinking" -> thinking(place, role, block);
      case "redacted_thinking" -> require(place + ".data", block.path("data"));
      case "image", "document", "search_result", "server_tool_use" -> {}
      default -> throw new Violation(place + ".type", "is not the type of a block");
    }
  }

  private void call(String place, String role, JsonNode block) {
    if (!role.equals("assistant")) {
      throw new Violation(place, "only the assistant makes a tool_use");
    }
    require(place + ".id", block.path("id"));
    ToolRules.checkName(place, block.path("name"));
    if (!block.path("input").isObject()) {
      throw new Violation(place + ".input", "must be an object");
    }
    String callId = block.path("id").asText();
    if (!everCalled.add(callId)) {
      throw new Violation(place + ".id", "is the id of another tool_use too");
    }
    open.add(callId);
  }

  private static void resultContent(String place, JsonNode content) {
    int index = 0;
    for (JsonNode part : content) {
      if (part.path("type").asText().equals("text")) {
        TextRules.check(place + ".content." + index, part);
      }
      index++;
    }
  }

  private static void thinking(String place, String role, JsonNode block) {
    if (!role.equals("assistant")) {
      throw new Violation(place, "only the assistant thinks");
    }
    require(place + ".signature", block.path("signature"));
  }

  private static void require(String place, JsonNode value) {
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new Violation(place, "field required");
    }
  }

  /** An answer that the model is to continue must not end in white space. */
  private static void checkEnd(String place, String role, JsonNode content, boolean last) {
    JsonNode end = content.isArray() ? content.path(content.size() - 1).path("text") : content;
    String text = end.asText();
    if (last && role.equals("assistant") && !text.equals(text.stripTrailing())) {
      throw new Violation(place, "the last message must not end with white space");
    }
  }
}
