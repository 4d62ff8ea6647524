package dev.baton.agent.core.run;

import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machine of runs: pure functions. Whatever is due by the clock is done first, whoever asks, so
 * a run ends also when its timer does not fire. Source: streaming specification, section 1.2.
 */
public final class RunMachine {
  private static final String OWNER = "owner";

  private RunMachine() {}

  /** A new run in a session with so many messages, the prompt included. */
  public static RunDecision begin(RunTerms terms, long messages, RunPatience patience) {
    Run run =
        new Run(
            terms,
            1,
            RunState.QUEUED,
            terms.startedAt(),
            0,
            null,
            Progress.none(messages),
            null,
            List.of(),
            0,
            null,
            0,
            null,
            null);
    long look = RunTimes.nextLook(run, terms.startedAt(), patience);
    return new RunDecision(
        run,
        List.of(RunEvents.runStarted(terms.sessionId(), terms.model())),
        List.of(new RunEffect.ArmTimer(look), new RunEffect.StartWorker()),
        new RunOutcome.Applied());
  }

  /** What the command does to the run. */
  public static RunDecision decide(Run run, RunCommand command, long now, RunPatience patience) {
    if (run.state().isTerminal()) {
      return RunDecision.unchanged(run, afterTheEnd(run, command));
    }
    RunChange change = new RunChange(run, now, patience);
    boolean due = now >= RunTimes.due(run, patience) && !callsOff(run, command);
    RunOutcome outcome = due ? late(change, command, overdue(change)) : onTime(change, command);
    if (command instanceof RunCommand.Fire && !change.draft().state.isTerminal()) {
      change.rearm();
    }
    return change.settle(outcome);
  }

  /** Nobody is at it, so whoever calls it off is heard however late it is. */
  private static boolean callsOff(Run run, RunCommand command) {
    return command instanceof RunCommand.Cancel && run.state() != RunState.RUNNING;
  }

  private static RunOutcome afterTheEnd(Run run, RunCommand command) {
    return switch (command) {
      case RunCommand.Take take -> new RunOutcome.Inert();
      case RunCommand.Renew renew -> new RunOutcome.Fenced();
      case RunCommand.Checkpoint checkpoint -> new RunOutcome.Fenced();
      case RunCommand.Await await -> new RunOutcome.Fenced();
      case RunCommand.HandOver handOver -> new RunOutcome.Fenced();
      case RunCommand.Finish finish -> new RunOutcome.Fenced();
      case RunCommand.Cancel cancel -> new RunOutcome.Inert();
      case RunCommand.Answer(String id, boolean approved) ->
          repeated(find(run.approvals(), id), approved);
      case RunCommand.Look look -> new RunOutcome.Inert();
      case RunCommand.Fire fire -> new RunOutcome.Inert();
    };
  }

  /** What the clock alone brings about. */
  private static RunOutcome overdue(RunChange change) {
    return switch (change.run().state()) {
      case QUEUED -> change.fail(RunErrorCode.WORKER_NOT_STARTED);
      case RUNNING -> change.fail(RunErrorCode.WORKER_LOST);
      case AWAITING_APPROVAL -> change.silence();
      case HANDING_OVER ->
          change.run().invocations() < change.patience().successors()
              ? change.startAgain()
              : change.fail(RunErrorCode.WORKER_NOT_STARTED);
      case DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  /** What is said to a command before which the clock has decided. */
  private static RunOutcome late(RunChange change, RunCommand command, RunOutcome due) {
    return switch (command) {
      case RunCommand.Look look -> due;
      case RunCommand.Fire fire -> due;
      case RunCommand.Answer(String id, boolean approved) -> answer(change, id, approved);
      case RunCommand.Take(String worker) -> take(change, worker);
      case RunCommand.Renew renew -> new RunOutcome.Fenced();
      case RunCommand.Checkpoint checkpoint -> new RunOutcome.Fenced();
      case RunCommand.Await await -> new RunOutcome.Fenced();
      case RunCommand.HandOver handOver -> new RunOutcome.Fenced();
      case RunCommand.Finish finish -> new RunOutcome.Fenced();
      case RunCommand.Cancel cancel -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome onTime(RunChange change, RunCommand command) {
    return switch (command) {
      case RunCommand.Take(String worker) -> take(change, worker);
      case RunCommand.Renew(long epoch) -> renew(change, epoch);
      case RunCommand.Checkpoint(long epoch, Progress progress) ->
          checkpoint(change, epoch, progress);
      case RunCommand.Await await -> await(change, await);
      case RunCommand.HandOver(long epoch, Progress progress) -> handOver(change, epoch, progress);
      case RunCommand.Finish(long epoch, Progress progress, RunEnding ending) ->
          finish(change, epoch, progress, ending);
      case RunCommand.Cancel(String reason) -> cancel(change, reason);
      case RunCommand.Answer(String id, boolean approved) -> answer(change, id, approved);
      case RunCommand.Look look -> new RunOutcome.Inert();
      case RunCommand.Fire fire -> fire(change);
    };
  }

  private static RunOutcome take(RunChange change, String worker) {
    return switch (change.draft().state) {
      case QUEUED, HANDING_OVER -> change.take(worker);
      case RUNNING, AWAITING_APPROVAL, DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome renew(RunChange change, long epoch) {
    return change.run().isHeldBy(epoch) ? change.renew() : new RunOutcome.Fenced();
  }

  private static RunOutcome checkpoint(RunChange change, long epoch, Progress progress) {
    if (!change.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    change.draft().progress = progress;
    return change.renew();
  }

  private static RunOutcome await(RunChange change, RunCommand.Await await) {
    if (!change.run().isHeldBy(await.epoch())) {
      return new RunOutcome.Fenced();
    }
    change.draft().progress = await.progress();
    Cancellation cancel = change.run().cancel();
    return cancel == null
        ? change.await(await.approvals())
        : change.end(new RunEnding.Cancelled(cancel.reason()));
  }

  private static RunOutcome handOver(RunChange change, long epoch, Progress progress) {
    if (!change.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    change.draft().progress = progress;
    Cancellation cancel = change.run().cancel();
    return cancel == null
        ? change.handOver("deadline")
        : change.end(new RunEnding.Cancelled(cancel.reason()));
  }

  private static RunOutcome finish(
      RunChange change, long epoch, Progress progress, RunEnding ending) {
    if (!change.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    change.draft().progress = progress;
    Cancellation cancel = change.run().cancel();
    // What fails in a run that was called off mostly fails because of that.
    return cancel != null && ending instanceof RunEnding.Failed
        ? change.end(new RunEnding.Cancelled(cancel.reason()))
        : change.end(ending);
  }

  private static RunOutcome cancel(RunChange change, String reason) {
    return switch (change.run().state()) {
      case RUNNING -> change.flag(reason);
      case QUEUED, AWAITING_APPROVAL, HANDING_OVER -> change.cancelNow(reason);
      case DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome answer(RunChange change, String id, boolean approved) {
    Approval approval = find(change.draft().approvals, id);
    boolean waits = change.draft().state == RunState.AWAITING_APPROVAL;
    if (approval == null || !waits || !approval.isOpen()) {
      return repeated(approval, approved);
    }
    RunOutcome outcome = change.answer(approval, approved, OWNER);
    if (change.draft().state == RunState.HANDING_OVER) {
      change.rearm();
    }
    return outcome;
  }

  private static RunOutcome repeated(@Nullable Approval approval, boolean approved) {
    if (approval == null) {
      return new RunOutcome.NoSuchApproval();
    }
    Boolean before = approval.approved();
    if (before == null || !OWNER.equals(approval.by())) {
      return new RunOutcome.TooLate();
    }
    return before == approved ? new RunOutcome.Repeated() : new RunOutcome.AnsweredOtherwise();
  }

  /** A worker that was never started, for whatever reason, is started again. */
  private static RunOutcome fire(RunChange change) {
    if (change.run().state() == RunState.QUEUED) {
      change.startWorker();
    }
    return new RunOutcome.Inert();
  }

  private static @Nullable Approval find(List<Approval> approvals, String id) {
    return approvals.stream().filter(approval -> approval.id().equals(id)).findFirst().orElse(null);
  }
}
