package dev.baton.agent.core.frame;

import dev.baton.agent.core.event.Bodies;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What clients of the UI message stream enforce, older ones included: no member beyond those of the
 * chunk's type, no piece without its start, no result without its call, nothing after the end.
 */
final class AiSdkRules {
  private static final Map<String, Set<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("start", Set.of("messageId", "messageMetadata")),
          Map.entry("start-step", Set.of()),
          Map.entry("finish-step", Set.of()),
          Map.entry("reset-step", Set.of()),
          Map.entry("text-start", Set.of("id")),
          Map.entry("text-delta", Set.of("id", "delta")),
          Map.entry("text-end", Set.of("id")),
          Map.entry("reasoning-start", Set.of("id")),
          Map.entry("reasoning-delta", Set.of("id", "delta")),
          Map.entry("reasoning-end", Set.of("id")),
          Map.entry(
              "tool-input-start", Set.of("toolCallId", "toolName", "dynamic", "providerExecuted")),
          Map.entry("tool-input-delta", Set.of("toolCallId", "inputTextDelta")),
          Map.entry(
              "tool-input-available",
              Set.of("toolCallId", "toolName", "input", "dynamic", "providerExecuted")),
          Map.entry(
              "tool-input-error",
              Set.of(
                  "toolCallId", "toolName", "input", "errorText", "dynamic", "providerExecuted")),
          Map.entry("tool-approval-request", Set.of("approvalId", "toolCallId")),
          Map.entry(
              "tool-output-available",
              Set.of("toolCallId", "output", "dynamic", "providerExecuted")),
          Map.entry(
              "tool-output-error",
              Set.of("toolCallId", "errorText", "dynamic", "providerExecuted")),
          Map.entry("tool-output-denied", Set.of("toolCallId")),
          Map.entry("data-baton-status", Set.of("data", "transient")),
          Map.entry("data-baton-reconnect", Set.of("data", "transient")),
          Map.entry("finish", Set.of("finishReason", "messageMetadata")),
          Map.entry("error", Set.of("errorText")),
          Map.entry("abort", Set.of("reason")));

  private final List<String> violations = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> calls = new HashSet<>();
  private int count;
  private boolean stepping;
  private boolean ended;
  private boolean done;

  private AiSdkRules() {}

  /** What a client would refuse in the response, of a run that is over or was cut. */
  static List<String> violations(List<String> response, boolean over) {
    AiSdkRules rules = new AiSdkRules();
    response.forEach(rules::add);
    rules.require(rules.ended == over && rules.done == over, "the end");
    rules.require(!over || rules.open.isEmpty() && !rules.stepping, "all closed");
    return rules.violations;
  }

  private void add(String data) {
    require(!done, "nothing after the end");
    if (data.equals("[DONE]")) {
      done = true;
      return;
    }
    require(!ended, "nothing after the last chunk");
    JsonObject chunk = Bodies.read(data);
    String type = String.valueOf(chunk.text("type"));
    require((count++ == 0) == type.equals("start"), "starts once");
    members(type, chunk);
    switch (type) {
      case "text-start", "reasoning-start" -> require(open.add(id(type, chunk)), "starts anew");
      case "text-delta", "reasoning-delta" -> require(open.contains(id(type, chunk)), "is open");
      case "text-end", "reasoning-end" -> require(open.remove(id(type, chunk)), "is open");
      case "tool-input-start" -> require(open.add(call(chunk)), "starts anew");
      case "tool-input-delta" -> require(open.contains(call(chunk)), "is open");
      case "tool-input-available", "tool-input-error" -> complete(chunk);
      case "tool-approval-request" -> require(calls.contains(call(chunk)), "is called");
      case "tool-output-available", "tool-output-error", "tool-output-denied" ->
          require(calls.remove(call(chunk)), "is called");
      case "start-step" -> step(true);
      case "finish-step" -> step(false);
      case "reset-step" -> open.clear();
      case "finish", "error", "abort" -> ended = true;
      default -> {}
    }
  }

  private void complete(JsonObject chunk) {
    open.remove(call(chunk));
    require(calls.add(call(chunk)), "is called once");
  }

  private void step(boolean begins) {
    require(stepping != begins, "steps follow each other");
    require(begins || open.isEmpty(), "parts end before their step");
    stepping = begins;
  }

  private void members(String type, JsonObject chunk) {
    Set<String> allowed = MEMBERS.getOrDefault(type, Set.of("unknown type"));
    Set<String> found = new HashSet<>();
    for (JsonObject.Member member : chunk.members()) {
      boolean free = member.name().equals("output") || member.name().equals("input");
      require(free || !(member.value() instanceof JsonNull), "no null in " + member.name());
      found.add(member.name());
    }
    found.remove("type");
    require(found.equals(allowed), "the members of " + type + ", not " + found);
  }

  private static String id(String type, JsonObject chunk) {
    return type.substring(0, type.indexOf('-')) + " " + chunk.text("id");
  }

  private static String call(JsonObject chunk) {
    return "call " + chunk.text("toolCallId");
  }

  private void require(boolean holds, String rule) {
    if (!holds) {
      violations.add("chunk " + count + ": " + rule);
    }
  }
}
