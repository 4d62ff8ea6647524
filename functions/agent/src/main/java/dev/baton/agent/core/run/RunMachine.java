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
    RunTurn turn = new RunTurn(run, now, patience);
    boolean due = now >= RunTimes.due(run, patience) && !callsOff(run, command);
    RunOutcome outcome = due ? late(turn, command, overdue(turn)) : onTime(turn, command);
    if (command instanceof RunCommand.Fire && !turn.draft().state.isTerminal()) {
      turn.rearm();
    }
    return turn.settle(outcome);
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
  private static RunOutcome overdue(RunTurn turn) {
    return switch (turn.run().state()) {
      case QUEUED -> turn.fail(RunErrorCode.WORKER_NOT_STARTED);
      case RUNNING -> turn.fail(RunErrorCode.WORKER_LOST);
      case AWAITING_APPROVAL -> turn.silence();
      case HANDING_OVER ->
          turn.run().invocations() < turn.patience().successors()
              ? turn.startAgain()
              : turn.fail(RunErrorCode.WORKER_NOT_STARTED);
      case DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  /** What is said to a command before which the clock has decided. */
  private static RunOutcome late(RunTurn turn, RunCommand command, RunOutcome due) {
    return switch (command) {
      case RunCommand.Look look -> due;
      case RunCommand.Fire fire -> due;
      case RunCommand.Answer(String id, boolean approved) -> answer(turn, id, approved);
      case RunCommand.Take(String worker) -> take(turn, worker);
      case RunCommand.Renew renew -> new RunOutcome.Fenced();
      case RunCommand.Checkpoint checkpoint -> new RunOutcome.Fenced();
      case RunCommand.Await await -> new RunOutcome.Fenced();
      case RunCommand.HandOver handOver -> new RunOutcome.Fenced();
      case RunCommand.Finish finish -> new RunOutcome.Fenced();
      case RunCommand.Cancel cancel -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome onTime(RunTurn turn, RunCommand command) {
    return switch (command) {
      case RunCommand.Take(String worker) -> take(turn, worker);
      case RunCommand.Renew(long epoch) -> renew(turn, epoch);
      case RunCommand.Checkpoint(long epoch, Progress progress) ->
          checkpoint(turn, epoch, progress);
      case RunCommand.Await await -> await(turn, await);
      case RunCommand.HandOver(long epoch, Progress progress) -> handOver(turn, epoch, progress);
      case RunCommand.Finish(long epoch, Progress progress, RunEnding ending) ->
          finish(turn, epoch, progress, ending);
      case RunCommand.Cancel(String reason) -> cancel(turn, reason);
      case RunCommand.Answer(String id, boolean approved) -> answer(turn, id, approved);
      case RunCommand.Look look -> new RunOutcome.Inert();
      case RunCommand.Fire fire -> fire(turn);
    };
  }

  private static RunOutcome take(RunTurn turn, String worker) {
    return switch (turn.draft().state) {
      case QUEUED, HANDING_OVER -> turn.take(worker);
      case RUNNING, AWAITING_APPROVAL, DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome renew(RunTurn turn, long epoch) {
    return turn.run().isHeldBy(epoch) ? turn.renew() : new RunOutcome.Fenced();
  }

  private static RunOutcome checkpoint(RunTurn turn, long epoch, Progress progress) {
    if (!turn.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    turn.draft().progress = progress;
    return turn.renew();
  }

  private static RunOutcome await(RunTurn turn, RunCommand.Await await) {
    if (!turn.run().isHeldBy(await.epoch())) {
      return new RunOutcome.Fenced();
    }
    turn.draft().progress = await.progress();
    Cancellation cancel = turn.run().cancel();
    return cancel == null
        ? turn.await(await.approvals())
        : turn.end(new RunEnding.Cancelled(cancel.reason()));
  }

  private static RunOutcome handOver(RunTurn turn, long epoch, Progress progress) {
    if (!turn.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    turn.draft().progress = progress;
    Cancellation cancel = turn.run().cancel();
    return cancel == null
        ? turn.handOver("deadline")
        : turn.end(new RunEnding.Cancelled(cancel.reason()));
  }

  private static RunOutcome finish(RunTurn turn, long epoch, Progress progress, RunEnding ending) {
    if (!turn.run().isHeldBy(epoch)) {
      return new RunOutcome.Fenced();
    }
    turn.draft().progress = progress;
    Cancellation cancel = turn.run().cancel();
    // What fails in a run that was called off mostly fails because of that.
    return cancel != null && ending instanceof RunEnding.Failed
        ? turn.end(new RunEnding.Cancelled(cancel.reason()))
        : turn.end(ending);
  }

  private static RunOutcome cancel(RunTurn turn, String reason) {
    return switch (turn.run().state()) {
      case RUNNING -> turn.flag(reason);
      case QUEUED, AWAITING_APPROVAL, HANDING_OVER -> turn.cancelNow(reason);
      case DONE, ERROR, CANCELLED -> new RunOutcome.Inert();
    };
  }

  private static RunOutcome answer(RunTurn turn, String id, boolean approved) {
    Approval approval = find(turn.draft().approvals, id);
    boolean waits = turn.draft().state == RunState.AWAITING_APPROVAL;
    if (approval == null || !waits || !approval.isOpen()) {
      return repeated(approval, approved);
    }
    RunOutcome outcome = turn.answer(approval, approved, OWNER);
    if (turn.draft().state == RunState.HANDING_OVER) {
      turn.rearm();
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
  private static RunOutcome fire(RunTurn turn) {
    if (turn.run().state() == RunState.QUEUED) {
      turn.startWorker();
    }
    return new RunOutcome.Inert();
  }

  private static @Nullable Approval find(List<Approval> approvals, String id) {
    return approvals.stream().filter(approval -> approval.id().equals(id)).findFirst().orElse(null);
  }
}
