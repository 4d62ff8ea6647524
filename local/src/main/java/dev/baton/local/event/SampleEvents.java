package dev.baton.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One request for each function, as {@code sam remote invoke} sends it, and its answer. */
public final class SampleEvents {
  /**
   * The survey must be there before a participant can enter it, and the participant before anything
   * else; who is released hears no signal.
   */
  private static final List<String> FIRST =
      List.of("survey-import", "survey-webhook", "survey-signal", "chat-connect");

  /** Requests about sessions and keys of their own making, which no stack has. */
  private static final Map<String, Integer> REFUSED =
      Map.ofEntries(
          Map.entry("websocket-connect", 401),
          Map.entry("agent-stream", 401),
          Map.entry("gateway-fallback", 404),
          Map.entry("key-revoke", 404),
          Map.entry("chat-status", 404),
          Map.entry("chat-disconnect", 404),
          Map.entry("chat-reconnect", 404),
          Map.entry("agent-send", 404),
          Map.entry("agent-status", 404),
          Map.entry("agent-poll", 404),
          Map.entry("agent-cancel", 404),
          Map.entry("agent-approve", 404),
          Map.entry("agent-reconnect", 404),
          Map.entry("agent-end", 404));

  private SampleEvents() {}

  /** All functions, those first whose events others need, in their order. */
  public static List<FunctionDefinition> inOrder(List<FunctionDefinition> functions) {
    return functions.stream()
        .sorted(Comparator.comparingInt(function -> place(function.event())))
        .toList();
  }

  /** Whether others need that this event was handled. */
  public static boolean isFirst(String event) {
    return FIRST.contains(event);
  }

  private static int place(String event) {
    return FIRST.contains(event) ? FIRST.indexOf(event) : FIRST.size();
  }

  /** The event of a function as if it had come under the address of the stack's commands. */
  public static String of(FunctionDefinition function, LocalStack stack) throws IOException {
    return Files.readString(stack.template().resolveSibling("events/" + function.event() + ".json"))
        .replace(
            "abc123.execute-api.eu-central-1.amazonaws.com",
            URI.create(stack.apiUrl()).getAuthority());
  }

  /** The HTTP status that a function must answer; 200 for one that speaks no HTTP. */
  public static int expected(FunctionDefinition function) {
    return REFUSED.getOrDefault(function.event(), 200);
  }

  /**
   * The HTTP status of an answer; 200 for answers of functions that speak no HTTP. Servers say it
   * before the first zero byte.
   */
  public static int status(String answer) {
    JsonNode json = Jsons.parse(answer.split("\0", 2)[0]);
    return json == null ? 200 : json.path("statusCode").asInt(200);
  }
}
