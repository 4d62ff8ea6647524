package dev.baton.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.util.List;
import java.util.Map;

/** Sockets that come too late, break without a word, or say what nobody understands. */
final class SocketUses {
  private static final List<Map<String, ?>> OF_CHAT =
      List.of(
          Map.of("action", "chat-send", "text", "Hello"),
          Map.of("action", "chat-poll", "after", 0),
          Map.of("action", "chat-typing"),
          Map.of("action", "chat-presence"));
  private static final List<Map<String, ?>> OF_AGENTS =
      List.of(
          Map.of("action", "agent-subscribe"),
          Map.of("action", "agent-prompt", "message", "Hello"),
          Map.of("action", "agent-approve", "approval_id", "none", "approved", true),
          Map.of("action", "agent-cancel"));
  private static final Map<String, String> ANSWERS =
      Map.of("message", "error", "presence", "presence", "history", "history");
  private static final Map<String, ?> PING = Map.of("action", "ping");

  private final Rows rows;
  private final Calls calls;
  private final Commands commands;

  SocketUses(LocalStack stack, Rows rows, Calls calls) {
    this.rows = rows;
    this.calls = calls;
    this.commands = new Commands(stack.apiUrl());
  }

  /** Frames that only name a type reach the function of the action. */
  void types() {
    try (LiveSocket socket = LiveSocket.byFrame(room())) {
      socket.next("welcome");
      for (Map.Entry<String, String> heard : ANSWERS.entrySet()) {
        socket.send(Map.of("type", heard.getKey()));
        socket.next(heard.getValue());
      }
      socket.send(Map.of("type", "typing"));
      socket.untilPong("typed");
    }
  }

  /** Frames of another domain mean nothing, and are counted. */
  void misplaced() {
    misplaced(room(), OF_AGENTS);
    misplaced(agent(), OF_CHAT);
    misplaced(room(), List.of(Map.of("action", "nothing")));
  }

  private static void misplaced(JsonNode handoff, List<Map<String, ?>> frames) {
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      for (Map<String, ?> frame : frames) {
        socket.send(frame);
        socket.next("error");
      }
    }
  }

  /** The first to notice that a session is over is whoever its client talks to. */
  void overdue() {
    OF_CHAT.forEach(frame -> overdue(room(), frame));
    OF_AGENTS.forEach(frame -> overdue(agent(), frame));
    overdue(room(), PING);
  }

  private void overdue(JsonNode handoff, Map<String, ?> frame) {
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      rows.outlive(session(handoff));
      socket.send(frame);
      socket.closeCode();
    }
  }

  /** A connection that nobody knows is ended. */
  void unknown() {
    OF_CHAT.forEach(frame -> unknown(room(), frame));
    OF_AGENTS.forEach(frame -> unknown(agent(), frame));
    unknown(room(), PING);
  }

  private void unknown(JsonNode handoff, Map<String, ?> frame) {
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      rows.forgetConnection(session(handoff));
      socket.send(frame);
      socket.closeCode();
    }
  }

  /** Sessions that are over when somebody comes, goes, or is looked for by a timer. */
  void late() {
    JsonNode unused = room();
    rows.outlive(session(unused));
    LiveSocket.knock(unused.path("endpoint").asText());
    JsonNode left = room();
    try (LiveSocket socket = LiveSocket.byQuery(left)) {
      socket.next("welcome");
      rows.outlive(session(left));
    }
    JsonNode timed = room();
    try (LiveSocket socket = LiveSocket.byQuery(timed)) {
      socket.next("welcome");
      rows.tire(session(timed));
      strike(timed);
      socket.next("token_refresh");
      rows.outlive(session(timed));
      strike(timed);
      socket.closeCode();
    }
  }

  private void strike(JsonNode handoff) {
    calls.event("websocket-timeout", Map.of("session_id", session(handoff)));
  }

  /** Whoever pushes finds that a connection is gone, and its session over. */
  void broken() {
    JsonNode member = room();
    try (LiveSocket socket = LiveSocket.byFrame(member)) {
      socket.next("welcome");
      rows.outlive(session(member));
      rows.cut(session(member));
      commands.data("chat-send", Map.of("roomId", "frames", "text", "Is anybody there?"));
      rows.awaitRemoval("resource#chat:frames", "member#" + session(member));
    }
    JsonNode agent =
        commands.data(
            "agent-start",
            Map.of("transport", "websocket", "tools", List.of("chat-send"), "approvals", "all"));
    try (LiveSocket socket = LiveSocket.byFrame(agent)) {
      socket.next("welcome");
      String call = "/call chat-send {\"roomId\":\"frames\",\"text\":\"Hello\"}";
      socket.send(Map.of("action", "agent-prompt", "message", call));
      String run = socket.next("reply").path("data").path("run_id").asText();
      RunUses.awaitQuestion(commands, session(agent));
      rows.kill(session(agent), run);
      rows.outlive(session(agent));
      rows.cut(session(agent));
      rows.cutEvents(session(agent));
      commands.data("agent-status", Map.of("sessionId", session(agent)));
      rows.awaitRemoval("agent#" + session(agent), "socket");
    }
  }

  private JsonNode room() {
    return commands.data("chat-connect", Map.of("roomId", "frames"));
  }

  private JsonNode agent() {
    return commands.data("agent-start", Map.of("transport", "websocket"));
  }

  private static String session(JsonNode handoff) {
    return handoff.path("credentials").path("sessionId").asText();
  }
}
