package dev.baton.agent.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command in every situation, spec §1.2. A cell that is not in the table fails. */
class RunTableTest {
  private static final Map<String, String> TABLE = table();
  private static final long LONG = 20 * 60_000;

  /** Where a run can be. Approvals are called a and b; a is answered with yes where one is. */
  enum Situation {
    QUEUED(run -> {}),
    RUNNING(Runs::take),
    FLAGGED(run -> run.take().cancel()),
    AWAITING(run -> run.take().await("a")),
    HALF(run -> run.take().await("a", "b").answer("a", true)),
    SUCCEEDING(run -> run.take().await("a").answer("a", true)),
    HANDING_OVER(run -> run.take().handOver()),
    DONE(run -> run.take().await("a").answer("a", true).take().finish()),
    ERROR(run -> run.take().after(LONG).look()),
    CANCELLED(run -> run.take().await("a").cancel()),
    LATE_QUEUED(run -> run.after(LONG)),
    LATE_RUNNING(run -> run.take().after(LONG)),
    LATE_FLAGGED(run -> run.take().cancel().after(LONG)),
    LATE_AWAITING(run -> run.take().await("a").after(LONG)),
    LATE_HALF(run -> run.take().await("a", "b").answer("a", true).after(LONG)),
    LATE_HANDING_OVER(run -> run.take().handOver().after(LONG)),
    GIVEN_UP(run -> run.take().handOver().after(LONG).look().after(LONG).look().after(LONG));

    private final Consumer<Runs> reach;

    Situation(Consumer<Runs> reach) {
      this.reach = reach;
    }
  }

  /** What can be commanded. OLD is said by a worker that was replaced. */
  enum Command {
    TAKE(Runs::take),
    RENEW(Runs::renew),
    RENEW_OLD(run -> run.does(new RunCommand.Renew(run.run().epoch() - 1))),
    CHECKPOINT(run -> run.does(new RunCommand.Checkpoint(run.run().epoch(), Runs.PROGRESS))),
    CHECKPOINT_OLD(
        run -> run.does(new RunCommand.Checkpoint(run.run().epoch() - 1, Runs.PROGRESS))),
    AWAIT(run -> run.await("c")),
    AWAIT_NOBODY(Runs::await),
    AWAIT_OLD(
        run -> run.does(new RunCommand.Await(run.run().epoch() - 1, Runs.PROGRESS, List.of()))),
    HAND_OVER(Runs::handOver),
    HAND_OVER_OLD(run -> run.does(new RunCommand.HandOver(run.run().epoch() - 1, Runs.PROGRESS))),
    FINISH(Runs::finish),
    FINISH_OLD(run ->
        run.does(
            new RunCommand.Finish(
                run.run().epoch() - 1, Runs.PROGRESS, new RunEnding.Done("end_turn")))),
    CANCEL(Runs::cancel),
    APPROVE(run -> run.answer("a", true)),
    REFUSE(run -> run.answer("a", false)),
    APPROVE_B(run -> run.answer("b", true)),
    LOOK(Runs::look),
    FIRE(Runs::fire);

    private final Consumer<Runs> command;

    Command(Consumer<Runs> command) {
      this.command = command;
    }
  }

  static Stream<Arguments> cells() {
    return Stream.of(Command.values())
        .flatMap(command ->
            Stream.of(Situation.values()).map(situation -> Arguments.of(command, situation)));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("cells")
  void eachCommandInEachSituation(Command command, Situation situation) {
    assertThat(describe(command, situation)).isEqualTo(TABLE.get(command + "|" + situation));
  }

  @Test
  void theTableHasNoCellTooMany() {
    assertThat(TABLE).hasSize(Command.values().length * Situation.values().length);
  }

  static String describe(Command command, Situation situation) {
    Runs run = Runs.begun();
    situation.reach.accept(run);
    long version = run.run().version();
    command.command.accept(run);
    RunDecision decision = run.last();
    String written = run.run().version() == version ? " unwritten" : "";
    List<String> effects = decision.effects().stream().map(e -> word(e, run)).toList();
    List<String> events = decision.events().stream().map(event -> event.type().wireName()).toList();
    return decision.outcome().getClass().getSimpleName()
        + " -> "
        + run.state()
        + written
        + " "
        + events
        + " "
        + effects;
  }

  private static String word(RunEffect effect, Runs run) {
    return switch (effect) {
      case RunEffect.StartWorker start -> "start";
      case RunEffect.ArmTimer(long at) -> "arm +" + (at - run.now()) / 1_000;
    };
  }

  private static Map<String, String> table() {
    Map<String, String> table = new TreeMap<>();
    for (String line : RunTable.TEXT.strip().split("\n")) {
      String[] parts = line.split(":", 2);
      table.put(parts[0].strip(), parts[1].strip());
    }
    return table;
  }
}
