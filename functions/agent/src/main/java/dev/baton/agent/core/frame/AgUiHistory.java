package dev.baton.agent.core.frame;

import dev.baton.agent.core.conversation.Message;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts saved messages of the Messages API into the words of AG-UI. */
final class AgUiHistory {
  private AgUiHistory() {}

  static void restate(List<Message> history, AgUiMessages messages) {
    for (Message message : history) {
      List<Json> blocks = message.content().elements();
      for (int index = 0; index < blocks.size(); index++) {
        if (blocks.get(index) instanceof JsonObject block) {
          restate(message, index, block, messages);
        }
      }
    }
  }

  private static void restate(Message message, int index, JsonObject block, AgUiMessages messages) {
    String id = message.runId() + ":" + message.number();
    switch (of(block, "type")) {
      case "text" -> text(message, id, index, of(block, "text"), messages);
      case "thinking" ->
          messages.reasoning(id, AgUiMessages.reasoningOf(id, index), of(block, "thinking"));
      case "tool_use" -> messages.call(id, of(block, "id"), of(block, "name"), input(block));
      case "tool_result" -> result(id, of(block, "tool_use_id"), block, messages);
      default -> {
        // What nobody saw, such as redacted thinking, is not shown now either.
      }
    }
  }

  private static void text(
      Message message, String id, int index, String text, AgUiMessages messages) {
    if (message.role().equals(Message.USER)) {
      messages.said(id, text);
    } else {
      messages.text(id, messages.textOf(id, index), text);
    }
  }

  // With the id that it has in its own run, a client would keep it where it is and put the message
  // that called, whose id is another, behind it.
  private static void result(String id, String call, JsonObject block, AgUiMessages messages) {
    messages.result(id + ":" + call, call, said(block.get("content")));
  }

  private static String input(JsonObject block) {
    Json input = block.get("input");
    return input == null ? "{}" : input.write();
  }

  private static String said(@Nullable Json content) {
    return switch (content) {
      case null -> "";
      case JsonText(String text) -> text;
      case JsonArray(List<Json> parts) ->
          parts.stream()
              .map(part -> part instanceof JsonObject object ? of(object, "text") : "")
              .collect(Collectors.joining());
      default -> content.write();
    };
  }

  private static String of(JsonObject block, String name) {
    String text = block.text(name);
    return text == null ? "" : text;
  }
}
