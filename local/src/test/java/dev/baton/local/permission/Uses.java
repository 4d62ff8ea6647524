package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import dev.baton.local.client.Simulator;
import dev.baton.local.kill.KillForm;
import dev.baton.local.live.LiveSocket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Uses of each domain that need more of AWS than its sample events do. */
final class Uses {
  private static final String USER = "privileged-1";

  private final LocalStack stack;
  private final Commands commands;

  Uses(LocalStack stack) {
    this.stack = stack;
    this.commands = new Commands(stack.apiUrl());
  }

  /** Nobody was in a room before: whoever comes first makes what participants are known by. */
  void participants(Rows rows) {
    commands.data("chat-send", Map.of("roomId", "first", "text", "Hello"));
    rows.remove("secret#participants", "secret");
    commands.data("chat-connect", Map.of("roomId", "first"));
  }

  /** A participant is handed over and comes back, and the operator looks at it and helps. */
  void survey() {
    Simulator simulator = new Simulator(stack.graphUrl());
    simulator.put(
        "partner/999888777",
        Map.of("behaviour", "return", "after", "PT0.2S", "metadata", Map.of("level", 6)));
    commands.data("survey-import", KillForm.input("10"));
    simulator.opens(USER, "form.KILL");
    simulator.awaitHeard(USER, "Who are you?");
    simulator.writes(USER, "Ana");
    simulator.awaitHeard(USER, "Again?");
    Map<String, Object> participant = Map.of("page_id", KillForm.PAGE, "user_id", USER);
    commands.data("survey-list", Map.of("page_id", KillForm.PAGE));
    commands.data("survey-status", participant);
    commands.data("survey-handoffs", participant);
    commands.data("survey-handoffs", Map.of("page_id", KillForm.PAGE));
    commands.data("survey-responses", Map.of("page_id", KillForm.PAGE, "shortcode", "KILL"));
    commands.data("survey-timers", Map.of("page_id", KillForm.PAGE, "action", "list"));
    commands.data("survey-timers", Map.of("page_id", KillForm.PAGE, "action", "fire"));
    commands.data("survey-signal", with(participant, "event", Map.of("type", "clinic:visited")));
    commands.data("survey-release", with(with(participant, "action", "reset"), "reason", "Test"));
  }

  /** Two talk over sockets, one leaves and comes back, another is let into a private room. */
  void chat() {
    JsonNode ada = commands.data("chat-connect", Map.of("roomId", "uses", "nickname", "Ada"));
    JsonNode bob = commands.data("chat-connect", Map.of("roomId", "uses", "nickname", "Bob"));
    try (LiveSocket first = LiveSocket.byFrame(ada);
        LiveSocket second = LiveSocket.byFrame(bob)) {
      first.next("welcome");
      second.next("welcome");
      first.send(Map.of("action", "chat-send", "text", "Hello", "clientMessageId", "c-1"));
      second.next("message");
      first.send(Map.of("action", "chat-typing", "typing", true));
      second.next("typing");
      first.send(Map.of("action", "chat-presence", "ref", "p-1"));
      first.next("presence");
      first.send(Map.of("action", "chat-poll", "after", 0, "ref", "p-2"));
      first.untilPong("p-3");
    }
    commands.data("chat-rooms", Map.of());
    commands.data("chat-poll", Map.of("roomId", "uses"));
    JsonNode said = commands.data("chat-send", Map.of("roomId", "uses", "text", "Anybody?"));
    Map<String, Object> session = Map.of("sessionId", session(ada));
    commands.data("chat-status", session);
    commands.data("chat-reconnect", with(session, "lastMessageId", said.path("id").asText()));
    commands.data("chat-disconnect", session);
    commands.data("chat-room-allow", Map.of("roomId", "private-uses", "owners", List.of("eve")));
    commands.data("chat-connect", Map.of("roomId", "private-uses"));
  }

  /** An agent asks before it acts, is watched, interrupted and ended. */
  void agent() throws IOException {
    JsonNode handoff =
        commands.data(
            "agent-start",
            Map.of("transport", "websocket", "tools", List.of("chat-*"), "approvals", "all"));
    Map<String, Object> session = Map.of("sessionId", session(handoff));
    try (LiveSocket socket = LiveSocket.byFrame(handoff)) {
      socket.next("welcome");
      socket.send(Map.of("action", "agent-subscribe"));
      for (String way : List.of("socket", "command")) {
        String call = "/call chat-send {\"roomId\":\"uses\",\"text\":\"By " + way + "\"}";
        socket.send(Map.of("action", "agent-prompt", "message", call));
        String asked = event(socket, "approval_required").path("approval_id").asText();
        if (way.equals("socket")) {
          socket.send(Map.of("action", "agent-approve", "approval_id", asked, "approved", true));
        } else {
          commands.data(
              "agent-approve", with(with(session, "approvalId", asked), "approved", true));
        }
        event(socket, "done");
      }
      socket.send(Map.of("action", "agent-prompt", "message", "/slow 50\n/say 200"));
      event(socket, "run_started");
      socket.send(Map.of("action", "agent-cancel"));
      event(socket, "cancelled");
    }
    watch(session);
  }

  private void watch(Map<String, Object> session) throws IOException {
    JsonNode stream = commands.data("agent-reconnect", with(session, "transport", "sse"));
    commands.data("agent-send", with(session, "message", "/slow 50\n/say 60"));
    try (InputStream watched = URI.create(address(stream)).toURL().openStream()) {
      // Long enough for the worker to look after the session.
      String text = new String(watched.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).contains("\"done\"");
    }
    commands.data("agent-status", session);
    commands.data("agent-end", session);
  }

  private static String address(JsonNode handoff) {
    String ticket = handoff.path("credentials").path("token").asText();
    return handoff.path("endpoint").asText() + "&ticket=" + ticket;
  }

  /** Hears until an event of that type. */
  private static JsonNode event(LiveSocket socket, String type) {
    List<JsonNode> others = new ArrayList<>();
    for (; ; ) {
      JsonNode frame = socket.next();
      others.add(frame);
      for (JsonNode event : frame.path("events")) {
        if (event.path("type").asText().equals(type)) {
          return event;
        }
      }
      if (others.size() > 1_000) {
        throw new AssertionError("No " + type + " among " + others);
      }
    }
  }

  private static Map<String, Object> with(Map<String, Object> input, String name, Object value) {
    Map<String, Object> more = new HashMap<>(input);
    more.put(name, value);
    return more;
  }

  private static String session(JsonNode handoff) {
    return handoff.path("credentials").path("sessionId").asText();
  }
}
