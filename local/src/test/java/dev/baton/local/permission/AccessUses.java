package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Rights that are withdrawn: whoever would prolong a session ends it. */
final class AccessUses {
  private final LocalStack stack;
  private final Rows rows;
  private final Calls calls;
  private final Commands commands;

  AccessUses(LocalStack stack, Rows rows, Calls calls) {
    this.stack = stack;
    this.rows = rows;
    this.calls = calls;
    this.commands = new Commands(stack.apiUrl());
  }

  /** A key is revoked while a socket is open that it has let in. */
  void keys() {
    JsonNode made = commands.data("key-create", Map.of("scopes", List.of("chat-*")));
    commands.data("key-list", Map.of());
    Commands own = new Commands(stack.apiUrl(), made.path("key").asText());
    try (LiveSocket socket =
        LiveSocket.byFrame(own.data("chat-connect", Map.of("roomId", "access")))) {
      socket.next("welcome");
      commands.data("key-revoke", Map.of("keyId", made.path("keyId").asText()));
      socket.closeCode();
    }
  }

  /** A guest is turned out of a private room, though there. */
  void guests() {
    String room = "private-access";
    Commands guest = new Commands(stack.apiUrl(), "eve");
    commands.data("chat-room-allow", Map.of("roomId", room, "owners", List.of("eve")));
    try (LiveSocket socket =
        LiveSocket.byFrame(guest.data("chat-connect", Map.of("roomId", room)))) {
      socket.next("welcome");
      commands.data("chat-room-allow", Map.of("roomId", room, "owners", List.of()));
      socket.closeCode();
    }
  }

  /** Sessions of chat whose key is gone are not handed off again. */
  void chat() throws IOException {
    Map<String, ?> room = Map.of("roomId", "access");
    rows.orphan(session(calls.command("chat-connect", room, "orphan").path("data")));
    calls.command("chat-connect", room, "orphan");
    JsonNode there = commands.data("chat-connect", room);
    orphaned(there, () -> commands.call("chat-reconnect", Map.of("sessionId", session(there))));
  }

  /** Neither are those of agents, and they take no prompt. */
  void agents() throws IOException {
    JsonNode socket = commands.data("agent-start", Map.of("transport", "websocket"));
    orphaned(socket, () -> commands.call("agent-reconnect", Map.of("sessionId", session(socket))));
    Map<String, Object> start = Map.of("prompt", "Hello", "clientRequestId", "orphan");
    String started = session(commands.data("agent-start", start));
    rows.orphan(started);
    commands.call("agent-start", start);
    String sent = session(commands.data("agent-start", Map.of("prompt", "Hello")));
    rows.orphan(sent);
    commands.call("agent-send", Map.of("sessionId", sent, "message", "Hello?"));
    watched(commands.data("agent-start", Map.of("prompt", "Hello")));
    worked(commands.data("agent-start", Map.of("transport", "websocket")));
  }

  private void orphaned(JsonNode handoff, Runnable next) {
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      rows.orphan(session(handoff));
      next.run();
      socket.closeCode();
    }
  }

  /** A viewer is no reason for a session to go on. */
  private void watched(JsonNode handoff) throws IOException {
    rows.orphan(session(handoff));
    String address =
        handoff.path("endpoint").asText()
            + "&ticket="
            + handoff.path("credentials").path("token").asText();
    try (InputStream stream = URI.create(address).toURL().openStream()) {
      assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)).contains("run_started");
    }
  }

  /** A worker that looks after its session finds that it may not. */
  private void worked(JsonNode handoff) {
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      rows.orphan(session(handoff));
      socket.send(Map.of("action", "agent-prompt", "message", "/slow 50\n/say 100"));
      socket.closeCode();
    }
  }

  private static String session(JsonNode handoff) {
    return handoff.path("credentials").path("sessionId").asText();
  }
}
