package dev.baton.chat.core.poll;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.Succeeded;
import dev.baton.core.sequence.SequenceCursor;
import dev.baton.core.sequence.SequencePage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages after a place in a room. Source: command specification, section 7.2.
 *
 * @param roomId the room
 * @param messages the messages, ascending
 * @param hasMore whether another one followed the last of them when they were read
 * @param lastMessageId the last of them, else the cursor asked from; null when there is neither
 * @param lastSeq the room's last number
 * @param pollAgainIn milliseconds to wait before the next poll
 */
public record PollAnswer(
    String roomId,
    List<Json> messages,
    boolean hasMore,
    @Nullable String lastMessageId,
    long lastSeq,
    long pollAgainIn) {

  /** Keeps a copy. */
  public PollAnswer {
    messages = List.copyOf(messages);
  }

  /**
   * The answer of a page.
   *
   * @param mark the mark of the room's cursors
   * @param interval milliseconds between polls of a reader who has everything
   */
  public static PollAnswer of(
      String roomId, SequencePage.Items<Json> page, String mark, long interval) {
    return new PollAnswer(
        roomId,
        page.items(),
        page.hasMore(),
        SequenceCursor.idOf(page.position(), mark),
        page.lastSeq(),
        page.hasMore() ? 0 : interval);
  }

  /** The result of the command. */
  public Succeeded result() {
    String next =
        lastMessageId == null
            ? "Poll again with this roomId"
            : "Poll again with since=" + lastMessageId;
    return Succeeded.with(data(), reasoning()).hinting(new AgentHints.Polling(next, pollAgainIn));
  }

  private JsonObject data() {
    return JsonObject.builder()
        .put("roomId", roomId)
        .put("messages", new JsonArray(messages))
        .put("hasMore", hasMore)
        .putIfPresent("lastMessageId", lastMessageId)
        .put("lastSeq", lastSeq)
        .put("pollAgainIn", pollAgainIn)
        .build();
  }

  private String reasoning() {
    return switch (messages.size()) {
      case 0 -> "No new messages.";
      case 1 -> "One message.";
      default -> messages.size() + " messages.";
    };
  }
}
