package dev.baton.agent.core.run;

import static dev.baton.core.json.JsonFields.boxed;
import static dev.baton.core.json.JsonFields.flag;
import static dev.baton.core.json.JsonFields.flagged;
import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.numberOrNull;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.Usage;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the JSON of its item's body. Absent members are null or empty; unknown ones are ignored.
 */
public final class RunJson {
  private RunJson() {}

  /** The run's JSON. */
  public static JsonObject toJson(Run run) {
    Lease lease = run.lease();
    Cancellation cancel = run.cancel();
    RunEnding ending = run.ending();
    return JsonObject.builder()
        .put("terms", terms(run.terms()))
        .put("version", run.version())
        .put("state", run.state().name())
        .put("changed_at", run.changedAt())
        .put("epoch", run.epoch())
        .putIfPresent("lease", lease == null ? null : lease(lease))
        .put("progress", progress(run.progress()))
        .putIfPresent("cancel", cancel == null ? null : cancel(cancel))
        .put("approvals", new JsonArray(run.approvals().stream().map(RunJson::approval).toList()))
        .put("invocations", run.invocations())
        .putIfPresent("resumption", run.resumption())
        .put("waited_ms", run.waitedMs())
        .putIfPresent("ending", ending == null ? null : ending(ending))
        .putIfPresent("last_seq", boxed(run.lastSeq()))
        .build();
  }

  /** The run that {@link #toJson} wrote. */
  public static Run fromJson(JsonObject json) {
    JsonObject lease = json.object("lease");
    JsonObject cancel = json.object("cancel");
    JsonObject ending = json.object("ending");
    return new Run(
        terms(object(json, "terms")),
        number(json, "version"),
        RunState.valueOf(text(json, "state")),
        number(json, "changed_at"),
        number(json, "epoch"),
        lease == null
            ? null
            : new Lease(text(lease, "worker"), number(lease, "epoch"), number(lease, "until")),
        progress(object(json, "progress")),
        cancel == null ? null : new Cancellation(number(cancel, "at"), text(cancel, "reason")),
        approvals(json.array("approvals")),
        (int) number(json, "invocations"),
        json.text("resumption"),
        number(json, "waited_ms"),
        ending == null ? null : ending(ending),
        numberOrNull(json, "last_seq"));
  }

  private static JsonObject terms(RunTerms terms) {
    return JsonObject.builder()
        .put("session_id", terms.sessionId())
        .put("run_id", terms.runId())
        .put("owner", terms.owner())
        .put("model", terms.model())
        .put("limits", terms.limits().toJson())
        .putIfPresent("ends_alone", flagged(terms.endsAlone()))
        .put("first_seq", terms.firstSeq())
        .put("started_at", terms.startedAt())
        .build();
  }

  private static RunTerms terms(JsonObject json) {
    return new RunTerms(
        text(json, "session_id"),
        text(json, "run_id"),
        text(json, "owner"),
        text(json, "model"),
        RunLimits.fromJson(object(json, "limits")),
        flag(json, "ends_alone"),
        number(json, "first_seq"),
        number(json, "started_at"));
  }

  private static JsonObject lease(Lease lease) {
    return JsonObject.builder()
        .put("worker", lease.worker())
        .put("epoch", lease.epoch())
        .put("until", lease.until())
        .build();
  }

  private static JsonObject cancel(Cancellation cancel) {
    return JsonObject.builder().put("at", cancel.at()).put("reason", cancel.reason()).build();
  }

  private static JsonObject progress(Progress progress) {
    return JsonObject.builder()
        .put("turn", progress.turn())
        .putIfPresent("open_message_id", progress.openMessageId())
        .put("turn_usage", progress.turnUsage().toJson())
        .put("messages", progress.messages())
        .put("usage", progress.usage().toJson())
        .putIfPresent("cost_nanos", boxed(progress.costNanos()))
        .put("withdrawals", progress.withdrawals())
        .putIfPresent("trimmed", progress.trimmed() == 0 ? null : Json.of(progress.trimmed()))
        .build();
  }

  private static Progress progress(JsonObject json) {
    Long trimmed = numberOrNull(json, "trimmed");
    return new Progress(
        (int) number(json, "turn"),
        json.text("open_message_id"),
        Usage.fromJson(object(json, "turn_usage")),
        number(json, "messages"),
        Usage.fromJson(object(json, "usage")),
        numberOrNull(json, "cost_nanos"),
        (int) number(json, "withdrawals"),
        trimmed == null ? 0 : trimmed);
  }

  private static Json approval(Approval approval) {
    Boolean approved = approval.approved();
    return JsonObject.builder()
        .put("id", approval.id())
        .put("tool_call_id", approval.toolCallId())
        .put("name", approval.name())
        .put("expires_at", approval.expiresAt())
        .putIfPresent("approved", approved == null ? null : Json.of(approved.booleanValue()))
        .putIfPresent("by", approval.by())
        .build();
  }

  private static List<Approval> approvals(List<Json> json) {
    List<Approval> approvals = new ArrayList<>();
    for (Json element : json) {
      if (element instanceof JsonObject one) {
        approvals.add(
            new Approval(
                text(one, "id"),
                text(one, "tool_call_id"),
                text(one, "name"),
                number(one, "expires_at"),
                truth(one.get("approved")),
                one.text("by")));
      }
    }
    return approvals;
  }

  private static @Nullable Boolean truth(@Nullable Json json) {
    return json instanceof JsonBoolean(boolean value) ? Boolean.valueOf(value) : null;
  }

  private static JsonObject ending(RunEnding ending) {
    return switch (ending) {
      case RunEnding.Done(String stopReason) ->
          JsonObject.builder().put("stop_reason", stopReason).build();
      case RunEnding.Failed(RunError error) ->
          JsonObject.builder()
              .put("code", error.code().name())
              .putIfPresent("retry_after_s", boxed(error.retryAfterSeconds()))
              .build();
      case RunEnding.Cancelled(String reason) ->
          JsonObject.builder().put("cancelled", reason).build();
    };
  }

  private static RunEnding ending(JsonObject json) {
    String code = json.text("code");
    if (code != null) {
      return new RunEnding.Failed(
          new RunError(RunErrorCode.valueOf(code), numberOrNull(json, "retry_after_s")));
    }
    String reason = json.text("cancelled");
    return reason == null
        ? new RunEnding.Done(text(json, "stop_reason"))
        : new RunEnding.Cancelled(reason);
  }
}
