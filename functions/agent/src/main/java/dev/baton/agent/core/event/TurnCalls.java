package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a turn in the order in which the log names them, and the rules of what may be said
 * about them when. Source: streaming specification, section 3.3, rules 2 to 4.
 *
 * @param byId the calls under their ids
 */
record TurnCalls(Map<String, TurnCall> byId) {
  static final TurnCalls NONE = new TurnCalls(Map.of());

  /** The calls that have no result. */
  List<TurnCall> open() {
    return byId.values().stream().filter(TurnCall::isOpen).toList();
  }

  /** What the event breaks; null when it may come. */
  @Nullable String broken(EventType type, JsonObject payload) {
    return switch (type) {
      case TOOL_CALL_DELTA ->
          isCalled(payload) ? "Arguments of '%s' go on after its call." : lacksId(payload);
      case TOOL_CALL -> isCalled(payload) ? "'%s' is called twice." : lacksId(payload);
      case APPROVAL_REQUIRED -> brokenQuestion(payload);
      case APPROVAL_RESOLVED -> isWaiting(payload) ? null : "'%s' waits for no such answer.";
      case TOOL_RESULT -> brokenResult(payload);
      case TURN_FINISHED, DONE, ERROR, CANCELLED ->
          open().isEmpty() ? null : "'" + open().getFirst().id() + "' has no result.";
      case RUN_STARTED, TURN_STARTED, THINKING, TOKEN, RETRYING, WITHDRAWN, RUN_RESUMED -> null;
    };
  }

  /** The calls after an event that breaks nothing. */
  TurnCalls after(EventType type, JsonObject payload) {
    String id = idOf(payload);
    TurnCall call = byId.get(id);
    String name = payload.text("name");
    return switch (type) {
      case TOOL_CALL_DELTA ->
          call == null ? with(TurnCall.streaming(id, name == null ? "" : name)) : this;
      case TOOL_CALL -> with(TurnCall.complete(id, name == null ? "" : name));
      case APPROVAL_REQUIRED -> call == null ? this : with(call.asked(approvalOf(payload)));
      case APPROVAL_RESOLVED -> call == null ? this : with(call.answered());
      case TOOL_RESULT -> call == null ? this : with(call.over());
      case TURN_STARTED, TURN_FINISHED, WITHDRAWN, DONE, ERROR, CANCELLED -> NONE;
      case RUN_STARTED, THINKING, TOKEN, RETRYING, RUN_RESUMED -> this;
    };
  }

  private @Nullable String brokenQuestion(JsonObject payload) {
    TurnCall call = byId.get(idOf(payload));
    if (call == null || !call.isOpen()) {
      return "'%s' is no open call.";
    }
    String approval = approvalOf(payload);
    boolean used = byId.values().stream().anyMatch(each -> approval.equals(each.approvalId()));
    return call.approvalId() != null || used ? "'%s' is asked about twice." : null;
  }

  private @Nullable String brokenResult(JsonObject payload) {
    TurnCall call = byId.get(idOf(payload));
    if (call == null || !call.isOpen()) {
      return "'%s' is no open call.";
    }
    return call.waits() ? "'%s' has a result before its answer." : null;
  }

  private @Nullable String lacksId(JsonObject payload) {
    return idOf(payload).isEmpty() ? "A call has no id." : null;
  }

  private boolean isCalled(JsonObject payload) {
    TurnCall call = byId.get(idOf(payload));
    return call != null && call.called();
  }

  private boolean isWaiting(JsonObject payload) {
    TurnCall call = byId.get(idOf(payload));
    return call != null && call.waits() && approvalOf(payload).equals(call.approvalId());
  }

  private TurnCalls with(TurnCall call) {
    Map<String, TurnCall> calls = new LinkedHashMap<>(byId);
    calls.put(call.id(), call);
    return new TurnCalls(calls);
  }

  static String idOf(JsonObject payload) {
    String id = payload.text("tool_call_id");
    return id == null ? "" : id;
  }

  private static String approvalOf(JsonObject payload) {
    String id = payload.text("approval_id");
    return id == null ? "" : id;
  }
}
