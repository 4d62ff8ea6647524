package dev.baton.agent.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of spec §1.2 that span several commands. */
class RunRulesTest {
  private static final long SECOND = 1_000;

  @Test
  void aNewRunHasItsFirstEventItsTimerAndAWorker() {
    RunDecision begun = RunMachine.begin(Runs.terms(), 1, RunPatience.USUAL);

    assertThat(begun.next().state()).isEqualTo(RunState.QUEUED);
    assertThat(begun.events()).extracting(e -> e.type().wireName()).containsExactly("run_started");
    assertThat(begun.effects())
        .containsExactly(
            new RunEffect.ArmTimer(Runs.START + 60 * SECOND), new RunEffect.StartWorker());
  }

  @Test
  void aWorkerThatNeverCameIsStartedAgainByTheTimerAndThenGivenUp() {
    Runs run = Runs.begun().after(60 * SECOND).fire();

    assertThat(run.last().effects()).contains(new RunEffect.StartWorker());
    run.after(60 * SECOND).fire();
    assertThat(run.run().ending()).isEqualTo(failed(RunErrorCode.WORKER_NOT_STARTED));
  }

  @Test
  void anUnseenDeathIsSeenByTheTimerWithinNinetySeconds() {
    Runs run = Runs.begun().take();
    for (int renewal = 1; renewal <= 12; renewal++) {
      run.after(5 * SECOND).renew();
    }
    long died = run.now();
    run.fire();
    RunEffect.ArmTimer timer = (RunEffect.ArmTimer) run.last().effects().getFirst();

    run.after(timer.at() - run.now()).fire();
    assertThat(run.run().ending()).isEqualTo(failed(RunErrorCode.WORKER_LOST));
    assertThat(run.now() - died).isLessThanOrEqualTo(90 * SECOND);
  }

  @Test
  void whoeverLooksSeesADeathAfterTwentySeconds() {
    Runs run = Runs.begun().take().after(20 * SECOND - 1).look();
    assertThat(run.state()).isEqualTo(RunState.RUNNING);

    run.after(1).look();
    assertThat(run.run().ending()).isEqualTo(failed(RunErrorCode.WORKER_LOST));
  }

  @Test
  void aWorkerThatRenewsIsNotGivenUp() {
    Runs run = Runs.begun().take();
    for (int minute = 0; minute < 100; minute++) {
      run.after(5 * SECOND).renew().look();
    }
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aCheckpointRenewsToo() {
    Runs run = Runs.begun().take().after(15 * SECOND);
    run.does(new RunCommand.Checkpoint(1, Runs.PROGRESS)).after(19 * SECOND).look();

    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.run().progress()).isEqualTo(Runs.PROGRESS);
  }

  @Test
  void aWorkerThatWasReplacedIsNeverHeardAgain() {
    Runs run = Runs.begun().take().handOver().take();

    assertThat(run.run().epoch()).isEqualTo(2);
    run.does(new RunCommand.Finish(1, Runs.PROGRESS, new RunEnding.Done("end_turn")));
    assertThat(run.outcome()).isEqualTo(new RunOutcome.Fenced());
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void aSuccessorIsStartedTwiceAgainAndThenGivenUp() {
    Runs run = Runs.begun().take().handOver();
    for (int again = 1; again <= 2; again++) {
      run.after(60 * SECOND).look();
      assertThat(run.state()).isEqualTo(RunState.HANDING_OVER);
      assertThat(run.last().effects()).containsExactly(new RunEffect.StartWorker());
      assertThat(run.run().resumption()).isEqualTo("reinvoked");
    }
    run.after(60 * SECOND).look();
    assertThat(run.run().ending()).isEqualTo(failed(RunErrorCode.WORKER_NOT_STARTED));
  }

  @Test
  void everyHandOverHasItsOwnAttempts() {
    Runs run = Runs.begun().take().handOver().after(60 * SECOND).look().take();
    run.handOver().after(60 * SECOND).look().after(60 * SECOND).look();

    assertThat(run.state()).isEqualTo(RunState.HANDING_OVER);
  }

  @Test
  void theLastAnswerLetsAWorkerGoOn() {
    Runs run = Runs.begun().take().await("a", "b").answer("b", false);
    assertThat(run.state()).isEqualTo(RunState.AWAITING_APPROVAL);

    run.answer("a", true);
    assertThat(run.state()).isEqualTo(RunState.HANDING_OVER);
    assertThat(run.run().resumption()).isEqualTo("approval");
    assertThat(run.last().effects()).contains(new RunEffect.StartWorker());
    assertThat(run.types())
        .containsExactly("run_started", "approval_resolved", "approval_resolved");
  }

  @Test
  void silenceIsARefusal() {
    Runs run = Runs.begun().take().await("a").after(600 * SECOND).look();

    assertThat(run.run().approvals()).extracting(Approval::approved).containsExactly(false);
    assertThat(run.last().events().getFirst().payload().text("by")).isEqualTo("timer");
    assertThat(run.answer("a", false).outcome()).isEqualTo(new RunOutcome.TooLate());
    assertThat(run.answer("a", true).outcome()).isEqualTo(new RunOutcome.TooLate());
  }

  @Test
  void anAnswerInTimeCountsThoughAnotherCallIsOverdue() {
    Runs run = Runs.begun().take();
    Approval early = new Approval("a", "c1", "x-y", run.now() + 10 * SECOND, null, null);
    Approval later = new Approval("b", "c2", "x-y", run.now() + 60 * SECOND, null, null);
    run.does(new RunCommand.Await(1, Runs.PROGRESS, List.of(early, later)));

    run.after(10 * SECOND).answer("b", true);
    assertThat(run.outcome()).isEqualTo(new RunOutcome.Applied());
    assertThat(run.run().approvals()).extracting(Approval::approved).containsExactly(false, true);
    assertThat(run.state()).isEqualTo(RunState.HANDING_OVER);
  }

  @Test
  void waitingForAPersonIsNoWork() {
    Runs run = Runs.begun().take().after(SECOND).await("a").after(300 * SECOND).answer("a", true);
    run.after(SECOND).take().after(SECOND);

    assertThat(RunTimes.workedMs(run.run(), run.now())).isEqualTo(3 * SECOND);
  }

  @Test
  void cancellingWorkIsAFlagThatItsWorkerSees() {
    Runs run = Runs.begun().take().cancel();

    assertThat(run.run().cancel()).isEqualTo(new Cancellation(run.now(), "owner"));
    assertThat(run.types()).containsExactly("run_started");
    run.does(new RunCommand.Finish(1, Runs.PROGRESS, new RunEnding.Cancelled("owner")));
    assertThat(run.types()).containsExactly("run_started", "cancelled");
  }

  @Test
  void aRunThatFailsBecauseItsSessionEndedIsCancelled() {
    Runs run = Runs.begun().take().cancel();

    run.does(new RunCommand.Finish(1, Runs.PROGRESS, failed(RunErrorCode.INTERNAL_ERROR)));
    assertThat(run.run().ending()).isEqualTo(new RunEnding.Cancelled("owner"));
  }

  @Test
  void aCancelledRunWhoseWorkerDiedIsCancelled() {
    Runs run = Runs.begun().take().cancel().after(20 * SECOND).look();

    assertThat(run.run().ending()).isEqualTo(new RunEnding.Cancelled("owner"));
  }

  @Test
  void cancellingWhereNobodyIsAtItEndsItAtOnce() {
    assertThat(Runs.begun().cancel().state()).isEqualTo(RunState.CANCELLED);
    assertThat(Runs.begun().take().await("a").cancel().types()).endsWith("cancelled");
    assertThat(Runs.begun().take().handOver().cancel().state()).isEqualTo(RunState.CANCELLED);
    Runs overdue = Runs.begun().take().await("a").after(900 * SECOND).cancel();
    assertThat(overdue.types()).containsExactly("run_started", "cancelled");
  }

  @Test
  void whatIsSavedIsWhatIsRead() {
    Runs run = Runs.begun().take().await("a", "b").answer("a", true).after(900 * SECOND).look();
    Runs over = Runs.begun().take().after(20 * SECOND).look();
    Runs called = Runs.begun().take().cancel();

    assertThat(RunJson.fromJson(RunJson.toJson(run.run()))).isEqualTo(run.run());
    assertThat(RunJson.fromJson(RunJson.toJson(over.run()))).isEqualTo(over.run());
    assertThat(RunJson.fromJson(RunJson.toJson(called.run()))).isEqualTo(called.run());
    Run ended = Runs.begun().take().finish().run().endedAt(9, 3);
    assertThat(RunJson.fromJson(RunJson.toJson(ended))).isEqualTo(ended);
  }

  private static RunEnding failed(RunErrorCode code) {
    return new RunEnding.Failed(RunError.of(code));
  }
}
