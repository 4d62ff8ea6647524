package dev.baton.agent.core.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run under change. */
final class RunDraft {
  final Run before;
  RunState state;
  long changedAt;
  long epoch;
  @Nullable Lease lease;
  Progress progress;
  @Nullable Cancellation cancel;
  List<Approval> approvals;
  int invocations;
  @Nullable String resumption;
  long waitedMs;
  @Nullable RunEnding ending;

  RunDraft(Run run) {
    this.before = run;
    this.state = run.state();
    this.changedAt = run.changedAt();
    this.epoch = run.epoch();
    this.lease = run.lease();
    this.progress = run.progress();
    this.cancel = run.cancel();
    this.approvals = run.approvals();
    this.invocations = run.invocations();
    this.resumption = run.resumption();
    this.waitedMs = run.waitedMs();
    this.ending = run.ending();
  }

  void enter(RunState next, long now) {
    if (state == RunState.AWAITING_APPROVAL) {
      waitedMs += Math.max(0, now - changedAt);
    }
    state = next;
    changedAt = now;
    if (next != RunState.RUNNING) {
      lease = null;
    }
  }

  Run build() {
    return new Run(
        before.terms(),
        before.version() + 1,
        state,
        changedAt,
        epoch,
        lease,
        progress,
        cancel,
        approvals,
        invocations,
        resumption,
        waitedMs,
        ending,
        before.lastSeq());
  }
}
