package dev.baton.agent.core.conversation;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes room in the window of a model: the oldest results of calls are replaced by how long they
 * were, whole pairs kept, the first message and the last two turns untouched. What is kept does not
 * change, only what is sent. Source: streaming specification, section 7.3.
 *
 * @param messages the messages to send
 * @param fits whether they fit
 */
public record Trimming(List<Message> messages, boolean fits) {
  private static final int LAST_TURNS = 4;
  private static final int BYTES_PER_TOKEN = 4;

  /** A trimming over a copy. */
  public Trimming {
    messages = List.copyOf(messages);
  }

  /**
   * The messages as far as they have to be trimmed.
   *
   * @param lastInput tokens that the model read in its last turn; 0 when it had none
   * @param context the model's window in tokens; 0 when unknown, and then nothing is trimmed
   */
  public static Trimming of(List<Message> messages, long lastInput, long context) {
    long size = lastInput > 0 ? lastInput : bytes(messages) / BYTES_PER_TOKEN;
    if (context <= 0 || size * 5 <= context * 4) {
      return new Trimming(messages, true);
    }
    List<Message> trimmed = new ArrayList<>(messages);
    for (int index = 1; index < messages.size() - LAST_TURNS && size * 5 > context * 4; index++) {
      Message shorter = shortened(messages.get(index));
      size -= (bytes(messages.get(index)) - bytes(shorter)) / BYTES_PER_TOKEN;
      trimmed.set(index, shorter);
    }
    return new Trimming(trimmed, size * 20 <= context * 19);
  }

  private static Message shortened(Message message) {
    List<Json> blocks = new ArrayList<>();
    for (Json block : message.content().elements()) {
      blocks.add(
          block instanceof JsonObject result && "tool_result".equals(result.text("type"))
              ? shortened(result)
              : block);
    }
    return new Message(message.number(), message.role(), new JsonArray(blocks), message.runId());
  }

  private static JsonObject shortened(JsonObject result) {
    String content = result.text("content");
    String note = "[removed, " + (content == null ? 0 : content.length()) + " bytes]";
    if (content == null || content.length() <= note.length()) {
      return result;
    }
    JsonObject.Builder shorter = JsonObject.builder();
    for (JsonObject.Member member : result.members()) {
      shorter.put(member.name(), member.name().equals("content") ? Json.of(note) : member.value());
    }
    return shorter.build();
  }

  private static long bytes(List<Message> messages) {
    return messages.stream().mapToLong(Trimming::bytes).sum();
  }

  private static long bytes(Message message) {
    return message.content().write().length();
  }
}
