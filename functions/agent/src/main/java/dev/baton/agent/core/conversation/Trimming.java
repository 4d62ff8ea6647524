package dev.baton.agent.core.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * @param last the number of the last of them whose results are removed; 0 for none
 * @param fits whether they fit
 */
public record Trimming(List<Message> messages, long last, boolean fits) {
  private static final int LAST_TURNS = 4;
  private static final int BYTES_PER_TOKEN = 4;
  private static final int MOST = 80;
  private static final int FULL = 95;

  /** A trimming over a copy. */
  public Trimming {
    messages = List.copyOf(messages);
  }

  /**
   * The messages as far as they have to be trimmed. What was removed once stays removed: the size
   * of the last turn is that of what was sent.
   *
   * @param before the number of the last message whose results were removed before; 0 for none
   * @param lastInput tokens that the model read in its last turn; 0 when it had none
   * @param context the model's window in tokens; 0 when unknown, and then nothing is trimmed
   */
  public static Trimming of(List<Message> messages, long before, long lastInput, long context) {
    List<Message> sent = new ArrayList<>(messages);
    for (int index = 1; index < sent.size() && sent.get(index).number() <= before; index++) {
      sent.set(index, shortened(sent.get(index)));
    }
    long size = lastInput > 0 ? lastInput + tokens(sinceLastTurn(sent)) : tokens(sent);
    long last = before;
    for (int index = 1;
        index < sent.size() - LAST_TURNS && isBeyond(size, context, MOST);
        index++) {
      Message whole = sent.get(index);
      Message shorter = shortened(whole);
      size -= tokens(List.of(whole)) - tokens(List.of(shorter));
      sent.set(index, shorter);
      last = Math.max(last, whole.number());
    }
    return new Trimming(sent, last, !isBeyond(size, context, FULL));
  }

  private static boolean isBeyond(long size, long context, int percent) {
    return context > 0 && size * 100 > context * percent;
  }

  /** The answer of the last turn and its results, which nobody has counted. */
  private static List<Message> sinceLastTurn(List<Message> messages) {
    return messages.subList(Math.max(0, messages.size() - 2), messages.size());
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
    String note = "[removed, " + (content == null ? 0 : content.getBytes(UTF_8).length) + " bytes]";
    if (content == null || content.length() <= note.length()) {
      return result;
    }
    JsonObject.Builder shorter = JsonObject.builder();
    for (JsonObject.Member member : result.members()) {
      shorter.put(member.name(), member.name().equals("content") ? Json.of(note) : member.value());
    }
    return shorter.build();
  }

  private static long tokens(List<Message> messages) {
    return messages.stream().mapToLong(message -> message.content().write().length()).sum()
        / BYTES_PER_TOKEN;
  }
}
