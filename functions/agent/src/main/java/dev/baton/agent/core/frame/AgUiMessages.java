package dev.baton.agent.core.frame;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a client of AG-UI has after the events that it got, kept as the client keeps
 * them: results stand behind the message that called. They are restated when a client may have seen
 * the run before, and when an answer is withdrawn. Source: streaming specification, section 5.
 */
final class AgUiMessages {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> firstTexts = new TreeMap<>();

  /** One message in the making; {@code owner} is the model's message that it is a part of. */
  private static final class Entry {
    private final String id;
    private final String role;
    private final String owner;
    private final StringBuilder content = new StringBuilder();
    private final Map<String, Call> calls = new LinkedHashMap<>();
    private @Nullable String answers;

    Entry(String id, String role, String owner) {
      this.id = id;
      this.role = role;
      this.owner = owner;
    }
  }

  /** A call of a message. */
  private record Call(String name, StringBuilder arguments) {}

  /** The id of the message with the result of a call, in its own run. */
  static String resultOf(String call) {
    return call + ":result";
  }

  /** The id of a reasoning: of a block of a message of the model. */
  static String reasoningOf(String message, long index) {
    return message + ":" + index;
  }

  /** The id of a text: the first of a message has the message's own. */
  String textOf(String message, long index) {
    Integer first = firstTexts.putIfAbsent(message, (int) index);
    return first == null || first == index ? message : message + ":" + index;
  }

  void said(String id, String text) {
    entry(id, "user", "").content.append(text);
  }

  void text(String message, String id, String text) {
    entry(id, "assistant", message).content.append(text);
  }

  void reasoning(String message, String id, String text) {
    entry(id, "reasoning", message).content.append(text);
  }

  void call(String message, String id, String name, String arguments) {
    entry(message, "assistant", message)
        .calls
        .computeIfAbsent(id, call -> new Call(name, new StringBuilder()))
        .arguments
        .append(arguments);
  }

  void result(String id, String call, String content) {
    int caller = 0;
    while (caller < entries.size() && !entries.get(caller).calls.containsKey(call)) {
      caller++;
    }
    String owner = caller < entries.size() ? entries.get(caller).owner : "";
    int place = Math.min(caller + 1, entries.size());
    while (place < entries.size() && entries.get(place).role.equals("tool")) {
      place++;
    }
    Entry result = new Entry(id, "tool", owner);
    result.answers = call;
    result.content.append(content);
    entries.add(place, result);
  }

  /**
   * Forgets a message of the model. A reasoning stays, empty: without any, the client would keep
   * the one that it has.
   */
  void withdraw(String message) {
    entries.removeIf(entry -> entry.owner.equals(message) && !entry.role.equals("reasoning"));
    for (Entry entry : entries) {
      if (entry.owner.equals(message)) {
        entry.content.setLength(0);
      }
    }
  }

  /** All messages in the words of AG-UI. */
  List<Json> toJson() {
    return entries.stream().map(AgUiMessages::toJson).toList();
  }

  private Entry entry(String id, String role, String owner) {
    for (int index = entries.size() - 1; index >= 0; index--) {
      if (entries.get(index).id.equals(id)) {
        return entries.get(index);
      }
    }
    Entry entry = new Entry(id, role, owner);
    entries.add(entry);
    return entry;
  }

  private static Json toJson(Entry entry) {
    JsonObject.Builder json = JsonObject.builder().put("id", entry.id).put("role", entry.role);
    if (!entry.content.isEmpty() || entry.calls.isEmpty()) {
      json.put("content", entry.content.toString());
    }
    if (!entry.calls.isEmpty()) {
      json.put("toolCalls", calls(entry));
    }
    return json.putIfPresent("toolCallId", entry.answers).build();
  }

  private static JsonArray calls(Entry entry) {
    List<Json> calls = new ArrayList<>();
    entry.calls.forEach((id, call) ->
        calls.add(
            JsonObject.builder()
                .put("id", id)
                .put("type", "function")
                .put("function", function(call))
                .build()));
    return new JsonArray(calls);
  }

  private static JsonObject function(Call call) {
    return JsonObject.builder()
        .put("name", call.name)
        .put("arguments", call.arguments.toString())
        .build();
  }
}
