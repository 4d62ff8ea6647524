package dev.baton.agent.core.run;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One decision about a run in the making: the run as it is so far, and what follows. */
final class RunChange {
  private final Run run;
  private final long now;
  private final RunPatience patience;
  private final RunDraft draft;
  private final List<AgentEvent> events = new ArrayList<>();
  private final List<RunEffect> effects = new ArrayList<>();
  private boolean changed;

  RunChange(Run run, long now, RunPatience patience) {
    this.run = run;
    this.now = now;
    this.patience = patience;
    this.draft = new RunDraft(run);
  }

  Run run() {
    return run;
  }

  RunPatience patience() {
    return patience;
  }

  RunDraft draft() {
    return draft;
  }

  RunOutcome take(String worker) {
    draft.epoch++;
    draft.enter(RunState.RUNNING, now);
    draft.lease = new Lease(worker, draft.epoch, now + patience.lease().toMillis());
    draft.invocations = 0;
    // Whoever takes it is the worker that was asked for.
    effects.removeIf(RunEffect.StartWorker.class::isInstance);
    return applied();
  }

  RunOutcome renew() {
    Lease held = draft.lease;
    if (held != null) {
      draft.lease = new Lease(held.worker(), held.epoch(), now + patience.lease().toMillis());
    }
    return applied();
  }

  RunOutcome await(List<Approval> approvals) {
    draft.approvals = Stream.concat(run.approvals().stream(), approvals.stream()).toList();
    draft.enter(RunState.AWAITING_APPROVAL, now);
    return isAnswered() ? handOver("approval") : applied();
  }

  RunOutcome handOver(String reason) {
    draft.enter(RunState.HANDING_OVER, now);
    draft.resumption = reason;
    draft.invocations = 0;
    startWorker();
    return applied();
  }

  RunOutcome startAgain() {
    draft.enter(RunState.HANDING_OVER, now);
    draft.invocations++;
    draft.resumption = "reinvoked";
    startWorker();
    return applied();
  }

  RunOutcome flag(String reason) {
    if (draft.cancel != null) {
      return new RunOutcome.Repeated();
    }
    draft.cancel = new Cancellation(now, reason);
    return applied();
  }

  RunOutcome cancelNow(String reason) {
    draft.cancel = new Cancellation(now, reason);
    return end(new RunEnding.Cancelled(reason));
  }

  RunOutcome fail(RunErrorCode code) {
    Cancellation cancel = draft.cancel;
    return end(
        cancel == null
            ? new RunEnding.Failed(RunError.of(code))
            : new RunEnding.Cancelled(cancel.reason()));
  }

  RunOutcome end(RunEnding ending) {
    draft.enter(ending.state(), now);
    draft.ending = ending;
    events.add(terminal(ending));
    return applied();
  }

  /** The answer of a person, or of the time. The last one lets a worker go on. */
  RunOutcome answer(Approval approval, boolean approved, String by) {
    draft.approvals =
        draft.approvals.stream()
            .map(each -> each.id().equals(approval.id()) ? each.answered(approved, by) : each)
            .toList();
    events.add(RunEvents.approvalResolved(approval.id(), approval.toolCallId(), approved, by));
    return isAnswered() ? handOver("approval") : applied();
  }

  private boolean isAnswered() {
    return draft.approvals.stream().noneMatch(Approval::isOpen);
  }

  /** Whoever did not answer in time has refused. */
  RunOutcome silence() {
    for (Approval approval : run.openApprovals()) {
      if (now >= approval.expiresAt()) {
        answer(approval, false, "timer");
      }
    }
    return applied();
  }

  void startWorker() {
    effects.add(new RunEffect.StartWorker());
  }

  void rearm() {
    effects.add(new RunEffect.ArmTimer(RunTimes.nextLook(draft.build(), now, patience)));
  }

  RunDecision settle(RunOutcome outcome) {
    return changed
        ? new RunDecision(draft.build(), events, effects, outcome)
        : new RunDecision(run, List.of(), effects, outcome);
  }

  private RunOutcome applied() {
    changed = true;
    return new RunOutcome.Applied();
  }

  private AgentEvent terminal(RunEnding ending) {
    Progress progress = draft.progress;
    return switch (ending) {
      case RunEnding.Done(String stopReason) ->
          RunEvents.done(
              progress.usage(),
              stopReason,
              progress.turn(),
              Math.max(0, now - run.terms().startedAt()),
              progress.costNanos());
      case RunEnding.Failed(RunError error) -> RunEvents.error(error, progress.usage());
      case RunEnding.Cancelled(String reason) -> RunEvents.cancelled(reason, progress.usage());
    };
  }
}
