package dev.baton.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Runs for which the time is over: whoever looks first says so, and starts who goes on. */
final class RunUses {
  private final Rows rows;
  private final Calls calls;
  private final Commands commands;

  RunUses(LocalStack stack, Rows rows, Calls calls) {
    this.rows = rows;
    this.calls = calls;
    this.commands = new Commands(stack.apiUrl());
  }

  /** A run that waits for a person. */
  private record Waiting(JsonNode handoff, String sessionId, String runId) {}

  private Waiting waiting() {
    JsonNode handoff =
        commands.data(
            "agent-start",
            Map.of(
                "prompt", "/call chat-send {\"roomId\":\"runs\",\"text\":\"Hello\"}",
                "tools", List.of("chat-send"),
                "approvals", "all"));
    String sessionId = handoff.path("credentials").path("sessionId").asText();
    return new Waiting(handoff, sessionId, awaitQuestion(commands, sessionId));
  }

  /** Waits until the run of a session waits for a person; its id. */
  static String awaitQuestion(Commands commands, String sessionId) {
    long after = 0;
    JsonNode page;
    do {
      page =
          commands.data(
              "agent-poll", Map.of("sessionId", sessionId, "after", after, "waitMs", 100));
      after = page.path("lastSeq").asLong();
    } while (!page.path("state").asText().equals("awaiting_approval"));
    Map<String, ?> session = Map.of("sessionId", sessionId);
    return commands.data("agent-status", session).path("run").path("runId").asText();
  }

  private Map<String, ?> delayed() {
    Waiting run = waiting();
    rows.delay(run.sessionId(), run.runId());
    return Map.of("sessionId", run.sessionId());
  }

  private Map<String, ?> killed() {
    Waiting run = waiting();
    rows.kill(run.sessionId(), run.runId());
    return Map.of("sessionId", run.sessionId());
  }

  /** Their owner looks. */
  void lookedAt() {
    for (String command : List.of("agent-status", "agent-poll", "agent-cancel")) {
      commands.data(command, delayed());
      commands.data(command, killed());
    }
    commands.data("agent-cancel", Map.of("sessionId", waiting().sessionId()));
    String ended = waiting().sessionId();
    rows.leaveGrant(ended);
    commands.data("agent-end", Map.of("sessionId", ended));
  }

  /** A viewer looks. */
  void watched() throws IOException {
    Waiting run = waiting();
    rows.delay(run.sessionId(), run.runId());
    String address =
        run.handoff().path("endpoint").asText()
            + "&ticket="
            + run.handoff().path("credentials").path("token").asText();
    try (InputStream stream = URI.create(address).toURL().openStream()) {
      stream.readAllBytes();
    }
  }

  /** Their timers look. */
  void timed() {
    Waiting late = waiting();
    rows.delay(late.sessionId(), late.runId());
    strike(late);
    Waiting dead = waiting();
    rows.kill(dead.sessionId(), dead.runId());
    strike(dead);
  }

  private void strike(Waiting run) {
    calls.event("agent-timeout", Map.of("session_id", run.sessionId(), "run_id", run.runId()));
  }
}
