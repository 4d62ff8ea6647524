package dev.baton.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Sends so many messages one after the other, each until it is acknowledged. */
final class RoomSender {
  private static final int MOST_TRIES = 200;

  private final ChatWorld world;
  private final String roomId;
  private final String name;
  private final Progress progress;

  RoomSender(ChatWorld world, String roomId, String name, Progress progress) {
    this.world = world;
    this.roomId = roomId;
    this.name = name;
    this.progress = progress;
  }

  /** Over HTTPS. */
  void sendByRequest(int count) {
    for (int message = 1; message <= count; message++) {
      Map<String, String> input =
          Map.of("roomId", roomId, "text", text(message), "clientMessageId", text(message));
      JsonNode result = world.call("chat-send", input);
      for (int tries = 1; !result.path("success").asBoolean(); tries++) {
        again(result.path("error"), tries);
        result = world.call("chat-send", input);
      }
      progress.advance();
    }
  }

  /** By the socket's action; answers how often the socket came back. */
  int sendBySocket(int count, boolean query) {
    try (CrowdSocket socket = new CrowdSocket(world, roomId, query)) {
      for (int message = 1; message <= count; message++) {
        int tries = 1;
        while (!isAcknowledged(socket, message, tries)) {
          tries++;
        }
        progress.advance();
      }
      return socket.returns();
    }
  }

  private boolean isAcknowledged(CrowdSocket socket, int message, int tries) {
    boolean sent =
        socket.send(
            Map.of(
                "action", "chat-send",
                "text", text(message),
                "clientMessageId", text(message),
                "ref", text(message)));
    JsonNode frame = sent ? socket.next() : null;
    while (frame != null && !frame.path("ref").asText().equals(text(message))) {
      frame = socket.next();
    }
    if (frame == null) {
      socket.comeBack(null);
      return false;
    }
    if (frame.path("type").asText().equals("error")) {
      again(frame, tries);
      return false;
    }
    return true;
  }

  private String text(int message) {
    return name + "-" + message;
  }

  private static void again(JsonNode error, int tries) {
    if (!error.path("retryable").asBoolean() || tries > MOST_TRIES) {
      throw new AssertionError("Sending failed at try " + tries + ": " + error);
    }
  }
}
