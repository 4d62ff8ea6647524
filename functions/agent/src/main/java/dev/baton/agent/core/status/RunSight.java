package dev.baton.agent.core.status;

import dev.baton.agent.core.event.Dollars;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as its owner sees it. Source: streaming specification, section 2.
 *
 * @param run the run
 * @param lastSeq the number of its last event so far
 */
public record RunSight(Run run, long lastSeq) {

  /** The sight as data. */
  public JsonObject toJson() {
    Progress progress = run.progress();
    boolean over = run.state().isTerminal();
    List<Json> open =
        over ? List.of() : run.openApprovals().stream().map(RunSight::approval).toList();
    return JsonObject.builder()
        .put("runId", run.id())
        .put("state", run.state().wireName())
        .put("turn", progress.turn())
        .put("attempt", Math.max(1, run.epoch()))
        .put("firstSeq", run.terms().firstSeq())
        .put("lastSeq", lastSeq)
        .put("usage", progress.usage().toJson())
        .putIfPresent("costUsd", Dollars.ofNanos(progress.costNanos()))
        .put("pendingApprovals", new JsonArray(open))
        .putIfPresent("error", error(run.ending()))
        .put("startedAt", UtcText.write(run.terms().startedAt()))
        .putIfPresent("endedAt", over ? UtcText.write(run.changedAt()) : null)
        .build();
  }

  private static Json approval(Approval approval) {
    return JsonObject.builder()
        .put("approvalId", approval.id())
        .put("toolCallId", approval.toolCallId())
        .put("name", approval.name())
        .put("expiresAt", UtcText.write(approval.expiresAt()))
        .build();
  }

  private static @Nullable Json error(@Nullable RunEnding ending) {
    return ending instanceof RunEnding.Failed(RunError error)
        ? JsonObject.builder()
            .put("code", error.code().name())
            .put("message", error.code().sentence())
            .put("retryable", error.code().isRetryable())
            .build()
        : null;
  }
}
