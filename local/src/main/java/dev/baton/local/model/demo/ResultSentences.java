package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.wire.MessageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells the results of tools, one sentence each, with values from them. */
final class ResultSentences {
  private static final int LONGEST_TEXT = 160;
  private static final int MOST_FIELDS = 4;

  private ResultSentences() {}

  /** The sentences for the results in the last message; empty when it has none. */
  static String of(MessageRequest request) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode block : request.lastMessage().path("content")) {
      if (block.path("type").asText().equals("tool_result")) {
        sentences.add(sentence(request.toolName(block.path("tool_use_id").asText()), block));
      }
    }
    return String.join(" ", sentences);
  }

  private static String sentence(String tool, JsonNode block) {
    String text = text(block.path("content"));
    JsonNode value = Jsons.parse(text);
    boolean refused = block.path("is_error").asBoolean();
    String named = "`" + tool + "` ";
    if (value == null || !value.isContainerNode()) {
      return named + (refused ? "failed: " : "returned ") + quoted(text);
    }
    return named + (refused ? refusal(value) : "returned " + content(value) + ".");
  }

  private static String text(JsonNode content) {
    if (content.isTextual()) {
      return content.asText();
    }
    StringBuilder text = new StringBuilder();
    content.forEach(part -> text.append(part.path("text").asText()));
    return text.toString();
  }

  private static String refusal(JsonNode value) {
    JsonNode error = value.path("error").isObject() ? value.path("error") : value;
    StringBuilder sentence = new StringBuilder("was refused: " + error.path("code").asText("?"));
    append(sentence, ", ", error.path("message").asText());
    append(sentence, " Suggestion: ", error.path("suggestion").asText());
    return sentence.toString();
  }

  private static void append(StringBuilder sentence, String before, String text) {
    if (!text.isEmpty()) {
      sentence.append(before).append(text).append(text.matches("(?s).*[.!?]") ? "" : ".");
    }
  }

  private static String content(JsonNode value) {
    if (value.isArray()) {
      return list("item", value);
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (member.getValue().isArray()) {
        return list(member.getKey(), member.getValue());
      }
    }
    return value.isEmpty() ? "nothing" : fields(value);
  }

  private static String list(String name, JsonNode list) {
    String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    String counted = list.size() + " " + (list.size() == 1 ? one : one + "s");
    return list.isEmpty() ? "no " + one + "s" : counted + "; the last is " + last(list);
  }

  private static String last(JsonNode list) {
    JsonNode last = list.path(list.size() - 1);
    String text = last.path("text").asText();
    if (!text.isEmpty()) {
      String sender = last.path("sender").asText();
      return quoted(text) + (sender.isEmpty() ? "" : " from " + sender);
    }
    return last.isObject() ? fields(last) : quoted(last.asText());
  }

  private static String fields(JsonNode object) {
    List<String> fields =
        object.properties().stream()
            .filter(member -> member.getValue().isValueNode() && !member.getValue().isNull())
            .limit(MOST_FIELDS)
            .map(member -> member.getKey() + " " + scalar(member.getValue()))
            .toList();
    return fields.isEmpty() ? quoted(Jsons.write(object)) : String.join(", ", fields);
  }

  private static String scalar(JsonNode value) {
    return value.isTextual() ? quoted(value.asText()) : value.asText();
  }

  private static String quoted(String text) {
    return "\""
        + (text.codePointCount(0, text.length()) <= LONGEST_TEXT
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…")
        + "\"";
  }
}
