package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.client.Commands;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Commands that fail: their idempotency keys are given up, so that a repetition runs again. */
final class FaultUses {
  private static final String PAGE = "112233445566779";
  private static final String USER = "faulty-1";

  private final Rows rows;
  private final Calls calls;
  private final Commands commands;

  FaultUses(LocalStack stack, Rows rows, Calls calls) {
    this.rows = rows;
    this.calls = calls;
    this.commands = new Commands(stack.apiUrl());
  }

  void keys() throws IOException {
    Map<String, ?> scopes = Map.of("scopes", List.of("chat-*"));
    String keyId = commands.data("key-create", scopes).path("keyId").asText();
    rows.spoil("owner#dev", "key#" + keyId);
    fails("key-create", scopes);
    fails("key-revoke", Map.of("keyId", keyId));
    rows.remove("owner#dev", "key#" + keyId);
  }

  void chat() throws IOException {
    rows.spoil("resource#chat:spoilt", "head");
    fails("chat-connect", Map.of("roomId", "spoilt"));
    fails("chat-send", Map.of("roomId", "spoilt", "text", "Hello"));
    Map<String, ?> guests = Map.of("roomId", "private-spoilt", "owners", List.of("eve"));
    commands.data("chat-room-allow", guests);
    rows.spoil("resource#chat:private-spoilt", "member#spoilt");
    fails("chat-room-allow", guests);
    Map<String, ?> session = Map.of("sessionId", spoilt("chat-connect", Map.of("roomId", "fault")));
    fails("chat-reconnect", session);
    fails("chat-disconnect", session);
  }

  void agents() throws IOException {
    Map<String, ?> start = Map.of("clientRequestId", "spoilt");
    String sessionId = spoilt("agent-start", start);
    Map<String, Object> session = new LinkedHashMap<>(Map.of("sessionId", sessionId));
    fails("agent-start", start);
    fails("agent-reconnect", session);
    fails("agent-cancel", session);
    fails("agent-end", session);
    session.put("message", "Hello");
    fails("agent-send", session);
    session.remove("message");
    session.putAll(Map.of("approvalId", "none", "approved", true));
    fails("agent-approve", session);
  }

  private String spoilt(String command, Map<String, ?> input) {
    String sessionId = commands.data(command, input).path("credentials").path("sessionId").asText();
    rows.spoil("session#" + sessionId, "session");
    rows.spoil("agent#" + sessionId, "agent");
    return sessionId;
  }

  void surveys() throws IOException {
    rows.spoilSurvey("page#" + PAGE, "page");
    Map<String, ?> who = Map.of("page_id", PAGE, "user_id", USER);
    Map<String, Object> signal = new LinkedHashMap<>(who);
    signal.put("event", Map.of("type", "clinic:visited"));
    fails("survey-signal", signal);
    Map<String, Object> release = new LinkedHashMap<>(who);
    release.putAll(Map.of("action", "reset", "reason", "Test"));
    fails("survey-release", release);
    fails("survey-timers", Map.of("page_id", PAGE, "action", "list"));
    Map<String, Object> form = new LinkedHashMap<>(RightsForm.timed());
    form.put("page_id", PAGE);
    fails("survey-import", form);
  }

  private void fails(String command, Map<String, ?> input) throws IOException {
    JsonNode result = calls.command(command, input, "fault");
    assertThat(result.at("/error/code").asText())
        .as(command + ": " + result)
        .isEqualTo("INTERNAL_ERROR");
  }
}
