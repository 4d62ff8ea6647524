package dev.baton.agent.core.run;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be said of calls that are open when a run ends: each gets its one result. Source:
 * streaming specification, section 3.3.
 */
public final class Interruption {
  private static final String CODE = "TOOL_INTERRUPTED";
  private static final String MESSAGE = "The run ended before the outcome of this call was known.";

  private Interruption() {}

  /**
   * The events that come before the terminal event.
   *
   * @param log the events of the run so far, in order
   */
  public static List<AgentEvent> of(List<JsonObject> log) {
    Map<String, String> calls = new LinkedHashMap<>();
    Map<String, String> approvals = new LinkedHashMap<>();
    for (JsonObject event : log) {
      follow(event, calls, approvals);
    }
    List<AgentEvent> events = new ArrayList<>();
    approvals.forEach((approval, call) ->
        events.add(RunEvents.approvalResolved(approval, call, false, "cancel")));
    calls.forEach((id, name) -> events.add(TurnEvents.toolFailure(id, name, CODE, MESSAGE, 0)));
    return events;
  }

  private static void follow(
      JsonObject event, Map<String, String> calls, Map<String, String> approvals) {
    EventType type = EventType.of(text(event, "type"));
    if (type == EventType.TOOL_CALL) {
      calls.put(text(event, "tool_call_id"), text(event, "name"));
    } else if (type == EventType.TOOL_RESULT) {
      calls.remove(text(event, "tool_call_id"));
    } else if (type == EventType.WITHDRAWN) {
      calls.clear();
    } else if (type == EventType.APPROVAL_REQUIRED) {
      approvals.put(text(event, "approval_id"), text(event, "tool_call_id"));
    } else if (type == EventType.APPROVAL_RESOLVED) {
      approvals.remove(text(event, "approval_id"));
    }
  }

  private static String text(JsonObject event, String name) {
    String text = event.text(name);
    return text == null ? "" : text;
  }
}
