package dev.baton.local.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a room by the rules that the command specification, section 6.4, gives to clients: sort by
 * number, drop what is not above the highest, ask {@code chat-poll} on a gap.
 */
final class RoomReader {
  private final ChatWorld world;
  private final String roomId;
  private final Progress progress;
  private final List<String> read = new ArrayList<>();
  private @Nullable String last;

  RoomReader(ChatWorld world, String roomId, Progress progress) {
    this.world = world;
    this.roomId = roomId;
    this.progress = progress;
  }

  /** What was read, in the order of reading: {@code <seq> <text>}. */
  List<String> read() {
    return read;
  }

  /** Reads all by socket; answers how often the socket came back. */
  int readBySocket(boolean query) {
    try (CrowdSocket socket = new CrowdSocket(world, roomId, query)) {
      while (read.size() < progress.total()) {
        JsonNode frame = socket.next();
        if (frame == null) {
          socket.comeBack(last);
        } else {
          take(frame);
        }
      }
      return socket.returns();
    }
  }

  /** Reads all by polling, now and then. */
  void readByPolling(SplittableRandom random) throws InterruptedException {
    while (read.size() < progress.total()) {
      progress.await(read.size() + random.nextInt(1, 60));
      poll();
    }
  }

  private void take(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "message" -> append(List.of(frame));
      case "history" -> {
        append(elements(frame.path("messages")));
        if (frame.path("hasMore").asBoolean()) {
          poll();
        }
      }
      default -> {}
    }
  }

  private void append(List<JsonNode> messages) {
    List<JsonNode> sorted = new ArrayList<>(messages);
    sorted.sort(Comparator.comparingInt(message -> message.path("seq").asInt()));
    for (JsonNode message : sorted) {
      int seq = message.path("seq").asInt();
      if (seq > read.size() + 1) {
        poll();
      }
      if (seq == read.size() + 1) {
        read.add(seq + " " + message.path("text").asText());
        last = message.path("id").asText();
      }
    }
  }

  private void poll() {
    JsonNode page;
    do {
      Map<String, Object> input = new HashMap<>(Map.of("roomId", roomId, "limit", 100));
      if (last != null) {
        input.put("since", last);
      }
      page = world.data("chat-poll", input);
      for (JsonNode message : page.path("messages")) {
        read.add(message.path("seq").asInt() + " " + message.path("text").asText());
      }
      last =
          page.path("lastMessageId").isMissingNode() ? null : page.path("lastMessageId").asText();
    } while (page.path("hasMore").asBoolean());
  }

  private static List<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
