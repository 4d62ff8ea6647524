package dev.baton.agent.run;

import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import java.util.LinkedHashMap;
import java.util.Map;

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

  void written(Run before, Run after) {
    approvals(before, after);
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

  /** Their events do not pass here: workers append those that ask, and an end those it resolves. */
  private void approvals(Run before, Run after) {
    for (Approval approval : after.approvals()) {
      if (!before.hasApproval(approval.id())) {
        metrics.count("agent_approval_asked", Map.of());
      }
      String by = after.state().isTerminal() && approval.isOpen() ? "cancel" : approval.by();
      if (by != null && !isAnswered(before, approval.id())) {
        metrics.count("agent_approval_resolved", Map.of("by", by));
      }
    }
  }

  private static boolean isAnswered(Run run, String approvalId) {
    return run.hasApproval(approvalId)
        && run.openApprovals().stream().noneMatch(open -> open.id().equals(approvalId));
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
