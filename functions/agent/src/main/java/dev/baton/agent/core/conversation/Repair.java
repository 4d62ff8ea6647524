package dev.baton.agent.core.conversation;

import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.tool.ToolOutcome;
import dev.baton.agent.core.tool.ToolResults;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation lacks when a run ends wherever it was: results of calls, or text that viewers
 * saw and nobody saved. A pure function of the last message and the log, applied in the write that
 * ends the run, so that what is kept is always a conversation that a model accepts. Source:
 * streaming specification, section 1.2.
 */
public final class Repair {
  private static final String UNKNOWN = "outcome unknown: the worker stopped during this call";
  private static final String REMOVED = "[removed: the results of this message are too long]";

  private Repair() {}

  /**
   * The message that has to follow; null when nothing is missing.
   *
   * @param last the last message that is kept
   * @param log the events of the run that ends
   * @param longest the most bytes of one result
   */
  public static @Nullable Message missing(
      Message last, String runId, List<JsonObject> log, int longest) {
    if (last.role().equals(Message.USER)) {
      List<Json> texts = unsaved(log);
      return texts.isEmpty()
          ? null
          : new Message(last.number() + 1, Message.ASSISTANT, new JsonArray(texts), runId);
    }
    List<Json> results = new ArrayList<>();
    Map<String, ToolOutcome> known = outcomes(log);
    for (String call : callIds(last)) {
      ToolOutcome outcome = known.get(call);
      results.add(
          outcome == null
              ? ToolResults.block(call, UNKNOWN, true)
              : ToolResults.block(call, outcome, longest));
    }
    return results.isEmpty() ? null : answering(last, results, runId);
  }

  /** The same without any result, for when they are too long to be kept. */
  public static Message withoutResults(Message repaired) {
    List<Json> blocks = new ArrayList<>();
    for (Json block : repaired.content().elements()) {
      String call = block instanceof JsonObject object ? object.text("tool_use_id") : null;
      blocks.add(call == null ? block : ToolResults.block(call, REMOVED, true));
    }
    return new Message(repaired.number(), repaired.role(), new JsonArray(blocks), repaired.runId());
  }

  /** The results that a log knows, by the ids of their calls. */
  public static Map<String, ToolOutcome> outcomes(List<JsonObject> log) {
    Map<String, ToolOutcome> outcomes = new HashMap<>();
    for (JsonObject event : log) {
      String call = event.text("tool_call_id");
      ToolOutcome outcome =
          EventType.TOOL_RESULT.wireName().equals(event.text("type"))
              ? ToolResults.outcome(event)
              : null;
      if (outcome != null && call != null) {
        outcomes.put(call, outcome);
      }
    }
    return outcomes;
  }

  /** The ids of the calls that a message makes, in order. */
  public static List<String> callIds(Message message) {
    List<String> ids = new ArrayList<>();
    for (Json block : message.content().elements()) {
      if (block instanceof JsonObject object && "tool_use".equals(object.text("type"))) {
        String id = object.text("id");
        ids.add(id == null ? "" : id);
      }
    }
    return ids;
  }

  private static Message answering(Message last, List<Json> results, String runId) {
    return new Message(last.number() + 1, Message.USER, new JsonArray(results), runId);
  }

  /** The text blocks of the answer that was neither finished nor withdrawn. */
  private static List<Json> unsaved(List<JsonObject> log) {
    Map<Long, StringBuilder> texts = new TreeMap<>();
    for (JsonObject event : log) {
      EventType type = EventType.of(String.valueOf(event.text("type")));
      if (type == EventType.TURN_STARTED
          || type == EventType.TURN_FINISHED
          || type == EventType.WITHDRAWN) {
        texts.clear();
      } else if (type == EventType.TOKEN
          && event.get("index") instanceof JsonNumber(String index)) {
        texts
            .computeIfAbsent(Long.valueOf(index), block -> new StringBuilder())
            .append(event.text("text"));
      }
    }
    return blocks(texts.values().stream().map(StringBuilder::toString).toList());
  }

  private static List<Json> blocks(List<String> texts) {
    List<String> whole = texts.stream().filter(text -> !text.isBlank()).toList();
    List<Json> blocks = new ArrayList<>();
    for (int index = 0; index < whole.size(); index++) {
      boolean last = index == whole.size() - 1;
      String text = last ? whole.get(index).stripTrailing() : whole.get(index);
      blocks.add(JsonObject.builder().put("type", "text").put("text", text).build());
    }
    return blocks;
  }
}
