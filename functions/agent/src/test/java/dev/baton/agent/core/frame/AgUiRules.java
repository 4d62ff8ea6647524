package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.Bodies;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client of AG-UI enforces: the run starts first, everything closes before it finishes, no
 * piece without its start, no null, no member beyond those of the event's type.
 */
final class AgUiRules {
  private static final Map<String, Set<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("RUN_STARTED", Set.of("threadId", "runId")),
          Map.entry("MESSAGES_SNAPSHOT", Set.of("messages")),
          Map.entry("STEP_STARTED", Set.of("stepName")),
          Map.entry("STEP_FINISHED", Set.of("stepName")),
          Map.entry("TEXT_MESSAGE_START", Set.of("messageId", "role")),
          Map.entry("TEXT_MESSAGE_CONTENT", Set.of("messageId", "delta")),
          Map.entry("TEXT_MESSAGE_END", Set.of("messageId")),
          Map.entry("REASONING_START", Set.of("messageId")),
          Map.entry("REASONING_MESSAGE_START", Set.of("messageId", "role")),
          Map.entry("REASONING_MESSAGE_CONTENT", Set.of("messageId", "delta")),
          Map.entry("REASONING_MESSAGE_END", Set.of("messageId")),
          Map.entry("REASONING_END", Set.of("messageId")),
          Map.entry("TOOL_CALL_START", Set.of("toolCallId", "toolCallName", "parentMessageId")),
          Map.entry("TOOL_CALL_ARGS", Set.of("toolCallId", "delta")),
          Map.entry("TOOL_CALL_END", Set.of("toolCallId")),
          Map.entry("TOOL_CALL_RESULT", Set.of("messageId", "toolCallId", "content", "role")),
          Map.entry("CUSTOM", Set.of("name", "value")),
          Map.entry("RUN_FINISHED", Set.of("threadId", "runId", "result", "outcome", "usage")),
          Map.entry("RUN_ERROR", Set.of("message", "code")));

  private final List<String> violations = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private int count;
  private boolean over;

  private AgUiRules() {}

  /** What a client would refuse in the response, of a run that is over for it or was cut. */
  static List<String> violations(List<String> response, boolean over) {
    AgUiRules rules = new AgUiRules();
    response.forEach(rules::add);
    rules.require(rules.over == over, "the end");
    return rules.violations;
  }

  private void add(String data) {
    require(!over, "nothing after the end");
    JsonObject event = Bodies.read(data);
    String type = String.valueOf(event.text("type"));
    require((count++ == 0) == type.equals("RUN_STARTED"), "starts once");
    require(noNull(event), "no null");
    require(known(type, event), "the members of " + type);
    switch (type) {
      case "STEP_STARTED" -> opens("step " + event.text("stepName"));
      case "STEP_FINISHED" -> closes("step " + event.text("stepName"));
      case "TEXT_MESSAGE_START" -> opens("text " + event.text("messageId"));
      case "TEXT_MESSAGE_CONTENT" -> goesOn("text " + event.text("messageId"));
      case "TEXT_MESSAGE_END" -> closes("text " + event.text("messageId"));
      case "REASONING_START" -> opens("span " + event.text("messageId"));
      case "REASONING_END" -> closes("span " + event.text("messageId"));
      case "REASONING_MESSAGE_START" -> opens("reasoning " + event.text("messageId"));
      case "REASONING_MESSAGE_CONTENT" -> goesOn("reasoning " + event.text("messageId"));
      case "REASONING_MESSAGE_END" -> closes("reasoning " + event.text("messageId"));
      case "TOOL_CALL_START" -> opens("call " + event.text("toolCallId"));
      case "TOOL_CALL_ARGS" -> goesOn("call " + event.text("toolCallId"));
      case "TOOL_CALL_END" -> closes("call " + event.text("toolCallId"));
      case "RUN_FINISHED", "RUN_ERROR" -> ends();
      default -> {}
    }
  }

  private void ends() {
    over = true;
    require(open.isEmpty(), "all closed, not " + open);
  }

  private void opens(String what) {
    require(open.add(what), what + " is open");
  }

  private void goesOn(String what) {
    require(open.contains(what), what + " is not open");
  }

  private void closes(String what) {
    require(open.remove(what), what + " is not open");
  }

  private static boolean known(String type, JsonObject event) {
    Set<String> found =
        event.members().stream().map(JsonObject.Member::name).collect(Collectors.toSet());
    found.remove("type");
    Set<String> allowed = MEMBERS.getOrDefault(type, Set.of("unknown type"));
    return type.equals("RUN_FINISHED") ? allowed.containsAll(found) : allowed.equals(found);
  }

  // What a tool gave stands in texts here, so no null is anybody's own.
  private static boolean noNull(Json json) {
    return switch (json) {
      case JsonNull nothing -> false;
      case JsonObject(List<JsonObject.Member> members) ->
          members.stream().allMatch(member -> noNull(member.value()));
      case JsonArray(List<Json> elements) -> elements.stream().allMatch(AgUiRules::noNull);
      default -> true;
    };
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      violations.add("event " + count + ": " + rule);
    }
  }
}
