package dev.baton.agent.run;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.EventType;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says after each write what became of a run: one log line per change of its state, and counts of
 * runs begun, ended and of approvals. Lines hold ids and codes, never what was said.
 */
public final class RunAudit {
  private final Log log;
  private final Metrics metrics;

  /** Into this function's log and metrics. */
  public RunAudit(Log log, Metrics metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  /** A run was committed. */
  public void begun(Run run) {
    metrics.count("agent_run_begun", Map.of());
    line("run_begun", run, Map.of());
  }

  void written(Run before, Run after, List<AgentEvent> events) {
    events.forEach(this::approval);
    RunEnding ending = after.ending();
    if (ending != null) {
      ended(after, ending);
    } else if (before.state() != after.state() || before.epoch() != after.epoch()) {
      line("run_moved", after, Map.of("from", before.state().wireName()));
    }
  }

  private void ended(Run run, RunEnding ending) {
    String code = codeOf(ending);
    metrics.count("agent_run_ended", Map.of("state", run.state().wireName(), "code", code));
    if (code.equals(RunErrorCode.WORKER_LOST.name())) {
      metrics.count("agent_worker_lost", Map.of());
    }
    line("run_ended", run, Map.of("code", code));
  }

  private static String codeOf(RunEnding ending) {
    return switch (ending) {
      case RunEnding.Done done -> "OK";
      case RunEnding.Failed(var error) -> error.code().name();
      case RunEnding.Cancelled(String reason) -> reason;
    };
  }

  private void approval(AgentEvent event) {
    if (event.type() == EventType.APPROVAL_REQUIRED) {
      metrics.count("agent_approval_asked", Map.of());
    } else if (event.type() == EventType.APPROVAL_RESOLVED) {
      String by = Objects.requireNonNullElse(event.payload().text("by"), "");
      metrics.count("agent_approval_resolved", Map.of("by", by));
    }
  }

  private void line(String event, Run run, Map<String, String> more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("sessionId", run.sessionId());
    fields.put("runId", run.id());
    fields.put("ownerId", run.terms().owner());
    fields.put("state", run.state().wireName());
    fields.put("epoch", run.epoch());
    fields.putAll(more);
    log.info(event, fields);
  }
}
