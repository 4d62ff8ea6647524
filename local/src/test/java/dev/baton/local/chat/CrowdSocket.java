package dev.baton.local.chat;

import static dev.baton.local.chat.ChatWorld.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One session whose socket comes back whenever it is cut, as the specification asks of clients:
 * {@code chat-reconnect} with the last message that it has, then the token in the query or in the
 * first frame. One thread uses it.
 */
final class CrowdSocket implements AutoCloseable {
  private final ChatWorld world;
  private final boolean query;
  private final String sessionId;
  private LiveSocket live;
  private int returns;

  /** A session of the room, connected. */
  CrowdSocket(ChatWorld world, String roomId, boolean query) {
    this.world = world;
    this.query = query;
    JsonNode handoff = world.connect(roomId, "Ada");
    this.sessionId = session(handoff);
    LiveSocket first = open(handoff);
    this.live = first == null ? again(null) : first;
  }

  /** How often it came back. */
  int returns() {
    return returns;
  }

  /** False when the socket broke. */
  boolean send(Map<String, ?> frame) {
    try {
      live.send(frame);
      return true;
    } catch (CompletionException broken) {
      return false;
    }
  }

  /** The next frame; null when the socket ended. */
  @Nullable JsonNode next() {
    return live.nextOrEndPinging();
  }

  /** Comes back after an end. */
  void comeBack(@Nullable String lastMessageId) {
    live.close();
    live = again(lastMessageId);
  }

  private LiveSocket again(@Nullable String lastMessageId) {
    Map<String, String> input = new HashMap<>(Map.of("sessionId", sessionId));
    if (lastMessageId != null) {
      input.put("lastMessageId", lastMessageId);
    }
    for (; ; ) {
      returns++;
      JsonNode result = world.call("chat-reconnect", input);
      if (result.path("success").asBoolean()) {
        LiveSocket next = open(result.path("data"));
        if (next != null) {
          return next;
        }
      } else if (!result.path("error").path("retryable").asBoolean()) {
        throw new AssertionError("Coming back was refused: " + result.path("error"));
      }
    }
  }

  /** Welcomed, because no frame but the token may go first; null when it was cut before. */
  private @Nullable LiveSocket open(JsonNode handoff) {
    try {
      LiveSocket opened = query ? LiveSocket.byQuery(handoff) : LiveSocket.byFrame(handoff);
      JsonNode first = opened.nextOrEnd();
      return first == null || !first.path("type").asText().equals("welcome") ? null : opened;
    } catch (CompletionException cut) {
      return null;
    }
  }

  @Override
  public void close() {
    live.close();
  }
}
