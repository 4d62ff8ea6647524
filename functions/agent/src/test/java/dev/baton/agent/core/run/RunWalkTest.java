package dev.baton.agent.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random sequences of commands and times against a model of a run. A failure prints the seed of its
 * sequence and every step.
 */
class RunWalkTest {
  private static final int SEQUENCES = 20_000;
  private static final long FIRST_SEED = 20_261_130;
  private static final RunPatience PATIENCE = RunPatience.USUAL;

  @Test
  void randomSequencesNeverLeaveTheModel() {
    for (int sequence = 0; sequence < SEQUENCES; sequence++) {
      new Walk(FIRST_SEED + sequence).run();
    }
  }

  /** One sequence. */
  private static final class Walk {
    private final long seed;
    private final SplittableRandom random;
    private final List<String> steps = new ArrayList<>();
    private final RunModel model = new RunModel();
    private final List<String> asked = new ArrayList<>();
    private final Set<String> resolved = new HashSet<>();
    private Run run = RunMachine.begin(Runs.terms(), 1, PATIENCE).next();
    private int terminals;
    private long now = Runs.START;

    Walk(long seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    void run() {
      int length = random.nextInt(5, 40);
      for (int step = 0; step < length; step++) {
        now += pause();
        step();
      }
      for (int look = 0; look < 10 && !run.state().isTerminal(); look++) {
        long due = RunTimes.due(run, PATIENCE);
        check(due < Long.MAX_VALUE, "nothing is due any more");
        now = Math.max(now, due);
        model.passed(now);
        decide(new RunCommand.Look());
      }
      check(run.state().isTerminal(), "does not end by itself");
      check(terminals == 1, "has " + terminals + " terminal events");
    }

    private long pause() {
      return switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> random.nextLong(5_000);
        case 4, 5 -> random.nextLong(25_000);
        case 6 -> random.nextLong(130_000);
        default ->
            run.state().isTerminal()
                ? 1
                : Math.max(0, RunTimes.due(run, PATIENCE) - now - random.nextInt(2));
      };
    }

    private void step() {
      long epoch = random.nextInt(4) == 0 ? run.epoch() - 1 : run.epoch();
      switch (random.nextInt(12)) {
        case 0, 1, 2 -> take();
        case 3 -> speak(epoch, new RunCommand.Renew(epoch), () -> model.heard(now));
        case 4 ->
            speak(epoch, new RunCommand.Checkpoint(epoch, Runs.PROGRESS), () -> model.heard(now));
        case 5, 6 -> await(epoch);
        case 7 ->
            speak(epoch, new RunCommand.HandOver(epoch, Runs.PROGRESS), () -> model.leaves(now));
        case 8 -> finish(epoch);
        case 9 -> answer();
        case 10 -> cancel();
        default -> look();
      }
    }

    private void take() {
      model.passed(now);
      boolean taken = model.take(now);
      RunDecision decision = decide(new RunCommand.Take("w"));
      check(taken == (decision.outcome() instanceof RunOutcome.Applied), "taken otherwise");
    }

    private void speak(long epoch, RunCommand command, Runnable heard) {
      model.passed(now);
      boolean hears = model.hears(epoch);
      if (hears) {
        heard.run();
      }
      RunDecision decision = decide(command);
      check(hears == !(decision.outcome() instanceof RunOutcome.Fenced), "heard the wrong worker");
    }

    private void await(long epoch) {
      List<Approval> approvals = new ArrayList<>();
      Map<String, Long> calls = new HashMap<>();
      for (int call = random.nextInt(3); call > 0; call--) {
        String id = "apr_" + steps.size() + "_" + call;
        long expiresAt = now + 1 + random.nextLong(700_000);
        approvals.add(Approval.asked(id, "call-" + id, "x-y", expiresAt));
        calls.put(id, expiresAt);
        asked.add(id);
      }
      speak(
          epoch,
          new RunCommand.Await(epoch, Runs.PROGRESS, approvals),
          () -> model.waits(calls, now));
    }

    private void finish(long epoch) {
      RunEnding ending =
          random.nextBoolean() ? new RunEnding.Done("end_turn") : new RunEnding.Cancelled("owner");
      speak(
          epoch,
          new RunCommand.Finish(epoch, Runs.PROGRESS, ending),
          () -> model.ends(ending.state().wireName(), now));
    }

    private void answer() {
      if (asked.isEmpty()) {
        return;
      }
      String id = asked.get(random.nextInt(asked.size()));
      boolean yes = random.nextBoolean();
      model.passed(now);
      boolean counts = model.answered(id, yes, now);
      RunDecision decision = decide(new RunCommand.Answer(id, yes));
      check(counts == (decision.outcome() instanceof RunOutcome.Applied), "answered otherwise");
    }

    private void cancel() {
      if (model.state().equals("running")) {
        model.passed(now);
      }
      model.cancelled(now);
      decide(new RunCommand.Cancel("owner"));
    }

    private void look() {
      model.passed(now);
      boolean timer = random.nextBoolean();
      RunDecision decision = decide(timer ? new RunCommand.Fire() : new RunCommand.Look());
      boolean armed = decision.effects().stream().anyMatch(RunEffect.ArmTimer.class::isInstance);
      check(armed == (timer && !run.state().isTerminal()), "the timer is not set again");
    }

    private RunDecision decide(RunCommand command) {
      steps.add(now + " " + command);
      Run before = run;
      RunDecision decision = RunMachine.decide(run, command, now, PATIENCE);
      run = decision.next();
      decision.events().forEach(this::count);
      check(run.epoch() >= before.epoch(), "an epoch fell");
      check(!before.state().isTerminal() || run == before, "a run that was over changed");
      check(decision.writes(before) || run.equals(before), "a change that is not written");
      check(run.version() <= before.version() + 1, "a version was skipped");
      check(run.state().wireName().equals(model.state()), "the model is " + model.state());
      check(run.epoch() == model.epoch(), "the model was taken " + model.epoch() + " times");
      check(run.state().isTerminal() || now < RunTimes.due(run, PATIENCE), "stays overdue");
      return decision;
    }

    private void count(AgentEvent event) {
      check(terminals == 0, "an event after the terminal one");
      if (event.type().isTerminal()) {
        terminals++;
      }
      String approval = event.payload().text("approval_id");
      check(approval == null || resolved.add(approval), approval + " was answered twice");
    }

    private void check(boolean holds, String complaint) {
      if (!holds) {
        assertThat(steps).as("seed %s: %s, but %s", seed, run, complaint).isNull();
      }
    }
  }
}
