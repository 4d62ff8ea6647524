package dev.baton.local.agent.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A client of an agent's socket that keeps the rule of the wire: it drops what it has, and
 * subscribes again behind its last event when it sees a gap or is told to.
 */
final class AgentSocket implements AutoCloseable {
  private static final Set<String> TERMINAL = Set.of("done", "error", "cancelled");

  private final LiveSocket socket;
  private final List<JsonNode> events = new ArrayList<>();
  private long last;

  private AgentSocket(LiveSocket socket, long last) {
    this.socket = socket;
    this.last = last;
  }

  /** Opens a handoff, and waits for the welcome. */
  static AgentSocket open(JsonNode handoff, long last) {
    LiveSocket socket = LiveSocket.byFrame(handoff);
    socket.next("welcome");
    return new AgentSocket(socket, last);
  }

  /** The events so far, each once. */
  List<JsonNode> events() {
    return events;
  }

  /** Sends a frame and answers its reply; events that come in between are taken. */
  JsonNode ask(Map<String, ?> frame) {
    socket.send(frame);
    for (; ; ) {
      JsonNode came = socket.next();
      switch (came.path("type").asText()) {
        case "reply", "error" -> {
          return came;
        }
        default -> take(came);
      }
    }
  }

  JsonNode subscribe() {
    return ask(Map.of("action", "agent-subscribe", "after", last, "request_id", "sub"));
  }

  /**
   * Hears until there are so many events, and answers these. Others may have come with them: the
   * whole rest of the run, when it was faster than the socket.
   */
  List<JsonNode> next(int many) {
    while (events.size() < many) {
      take(socket.next());
    }
    return events.subList(0, many);
  }

  /** Hears until an event of that type. */
  JsonNode until(String type) {
    while (events.isEmpty() || !events.getLast().path("type").asText().equals(type)) {
      take(socket.next());
    }
    return events.getLast();
  }

  /** Hears until a run has ended. */
  AgentSocket untilTheEnd() {
    while (events.isEmpty() || !TERMINAL.contains(events.getLast().path("type").asText())) {
      take(socket.next());
    }
    return this;
  }

  private void take(JsonNode frame) {
    switch (frame.path("type").asText()) {
      case "events" -> frame.path("events").forEach(this::takeEvent);
      case "resubscribe" ->
          socket.send(Map.of("action", "agent-subscribe", "after", frame.path("after").asLong()));
      default -> {}
    }
  }

  private void takeEvent(JsonNode event) {
    long seq = event.path("seq").asLong();
    if (seq == last + 1) {
      events.add(event);
      last = seq;
    } else if (seq > last) {
      socket.send(Map.of("action", "agent-subscribe", "after", last));
    }
  }

  void drop() {
    socket.drop();
  }

  @Override
  public void close() {
    socket.close();
  }
}
