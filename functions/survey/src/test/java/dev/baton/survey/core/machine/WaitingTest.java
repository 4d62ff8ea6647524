package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.paused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain waits, their timers and signals, survey spec §5 and §7.6. */
class WaitingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"timeout\",\"value\":\"30m\"}",
        "{\"op\":\"or\",\"vars\":[{\"type\":\"external\",\"value\":{\"type\":\"x\"}},"
            + "{\"type\":\"timeout\",\"value\":\"1800 sec\"}]}",
        "{\"op\":\"and\",\"vars\":[{\"type\":\"timeout\",\"value\":\"10m\"},"
            + "{\"type\":\"timeout\",\"value\":{\"type\":\"relative\",\"timeout\":\"0.5 hours\"}}]}"
      })
  void everyTimeLeafFiresInTimeAndOnce(String wait) {
    World world = paused(wait);

    world.pass(30 * World.MINUTE - 1);
    assertThat(world.ref()).isEqualTo("pause");
    world.pass(1);
    assertThat(world.ref()).isEqualTo("after");
    world.pass(72 * World.HOUR);
    assertThat(world.said()).containsExactly("pause", "after");
  }

  @Test
  void timeAloneDoesNotEndAnAndWithAnEvent() {
    World world =
        paused(
            """
            {"op":"and","vars":[{"type":"external","value":{"type":"done"}},\
            {"type":"timeout","value":"45m"}]}\
            """);
    assertThat(world.everArmed).isEmpty();

    world.pass(World.MINUTE).signal("{\"type\":\"done\"}");
    assertThat(world.everArmed).hasSize(1);
    assertThat(world.everArmed.getFirst().due()).isEqualTo(World.START + 45 * World.MINUTE);

    world.pass(44 * World.MINUTE);
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void anEventAfterTheTimePassesAtOnce() {
    World world =
        paused(
            """
            {"op":"and","vars":[{"type":"external","value":{"type":"done"}},\
            {"type":"timeout","value":"45m"}]}\
            """);

    world.pass(50 * World.MINUTE).signal("{\"type\":\"done\"}");

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.last().resumed()).isTrue();
  }

  @Test
  void aWaitThatIsTrueAlreadyIsPassed() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"2020-01-01\"}");

    assertThat(world.said()).containsExactly("pause", "after");
    assertThat(world.everArmed).isEmpty();
  }

  @Test
  void aTimeThatDoesNotReadIsAnErrorThatCanBeSkippedOrRetried() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"{{hidden:time}}\"}");

    assertThat(Objects.requireNonNull(world.participant().error()).tag())
        .isEqualTo(ParticipantError.WAIT_INVALID);
    assertThat(world.said()).isEmpty();
    world.release(new ReleaseAction.Retry());
    assertThat(world.state()).isEqualTo(State.ERROR);
    world.release(new ReleaseAction.Continue());
    assertThat(world.said()).containsExactly("after");
    assertThat(world.participant().episode()).isNull();
  }

  @Test
  void aMessageAtAMessageOnlyWaitIsAnsweredAndTheWaitGoesOn() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");
    var before = Objects.requireNonNull(world.participant().waiting());

    world.text("hello");

    assertThat(world.said()).containsExactly("pause", "! Not yet", "pause?");
    assertThat(world.participant().waiting()).isEqualTo(before);
    assertThat(world.answers).isEmpty();
  }

  @Test
  void aFieldThatTakesAnswersEndsItsWaitByOne() {
    World world =
        new World(
                FormText.form()
                    .field("age", "number", "How old?")
                    .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                    .ask("after"))
            .link("form.FORM");

    world.text("old").text("20");

    assertThat(world.answered()).containsExactly("age=old (invalid)", "age=20");
    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.timers).isEmpty();
  }

  @Test
  void aUserMessageLeafEndsTheWaitAndAnswersNothing() {
    World world =
        paused(
            """
            {"op":"or","vars":[{"type":"user_message"},{"type":"timeout","value":"1h"}]}\
            """);

    world.text("I am back");

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.answers).isEmpty();
  }

  @Test
  void anOldTimerNeverHitsALaterWait() {
    World world =
        new World(
                FormText.form()
                    .field("a", "wait", "A")
                    .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                    .field("b", "wait", "B")
                    .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                    .ask("c"))
            .link("form.FORM")
            .release(new ReleaseAction.Continue());

    for (Effect.ArmTimer timer : world.everArmed.subList(0, 1)) {
      world.fire(timer.kind(), timer.round(), Firing.FORCED);
      assertThat(world.reason()).isEqualTo("stale_timer");
    }

    assertThat(world.ref()).isEqualTo("b");
  }

  @Test
  void aTimerThatComesTooEarlyIsArmedAgain() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");

    world.fire(TimerKind.WAIT, 1, Firing.SCHEDULER);

    assertThat(world.effects()).containsExactly("arm wait");
    assertThat(world.everArmed.getLast().round()).isEqualTo(2);
    world.pass(30 * World.MINUTE);
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void overdueTimeComesFirstAndTheMessageIsLate() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");

    world.passWithoutTimers(72 * World.HOUR).text("hello");

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.answered()).containsExactly("pause=hello (late)");
  }

  @Test
  void manualTimersMoveOnlyWhenAnOperatorFiresThem() {
    World world = new World();
    world.with(new PageSettings(null, null, true, true));
    world.form(
        "FORM",
        FormText.form()
            .field("pause", "wait", "A moment")
            .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"30m\"}}")
            .ask("after")
            .build(),
        FormOptionsOf.utc());

    world.link("form.FORM").pass(World.HOUR);
    assertThat(world.reason()).isEqualTo("manual_timers");
    world.signal("{\"type\":\"x\"}");
    assertThat(world.ref()).isEqualTo("pause");
    world.fire(TimerKind.WAIT, 1, Firing.OPERATOR);
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void anOperatorMayFireWhatIsNotYetDue() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");

    world.fire(TimerKind.WAIT, 1, Firing.FORCED);

    assertThat(world.ref()).isEqualTo("after");
  }
}
