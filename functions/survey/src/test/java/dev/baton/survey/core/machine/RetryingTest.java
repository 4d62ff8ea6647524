package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When refused messages go again, survey spec §3.4. */
class RetryingTest {
  private final World world = new World(FormText.form().ask("one").ask("two").ask("three"));

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,60", "8,60", "24,60"})
  void theDelayDoublesUpToAnHour(int refusals, long minutes) {
    assertThat(Retrying.messageRetryAt(START, refusals, START)).isEqualTo(START + minutes * MINUTE);
  }

  @Test
  void theTwentyFifthRefusalIsTheLast() {
    assertThat(Retrying.messageRetryAt(START, 25, START)).isNull();
  }

  @Test
  void nothingGoesAgainBeyondTwentyThreeHoursAfterTheLastMessage() {
    assertThat(Retrying.messageRetryAt(START + 23 * HOUR - MINUTE, 1, START))
        .isEqualTo(START + 23 * HOUR);
    assertThat(Retrying.messageRetryAt(START + 23 * HOUR - MINUTE + 1, 1, START)).isNull();
  }

  @Test
  void everyMessageOfTheParticipantBeginsTheWindowAnew() {
    world.link("form.FORM").pass(20 * HOUR);
    world.graph.always(effect ->
        effect instanceof Effect.Send ? Graph.refused(FaultClass.LATER, "613") : Graph.DONE);

    world.text("x").pass(10 * HOUR);

    assertThat(world.participant().outbox().retry()).isNotNull();
  }

  @Test
  void aMessageToAnotherAppCountsToo() {
    World giving = Scenes.given(Scenes.HANDOFF).pass(MINUTE);

    giving.standby(new Happening.TextSent("over there"));

    assertThat(giving.participant().contact().lastMessageAt()).isEqualTo(giving.now());
  }

  @Test
  void aTimerThatComesTooEarlyIsSetAgain() {
    world.graph.nextSend(Graph.NEVER_SENT);
    world.link("form.FORM");

    world.fire(TimerKind.RETRY, 2, Firing.SCHEDULER);

    assertThat(world.effects()).containsExactly("arm retry");
    assertThat(world.said()).isEmpty();
    world.pass(MINUTE);
    assertThat(world.said()).containsExactly("one");
  }

  @Test
  void anOperatorMayLetAMessageGoAgainBeforeItsTime() {
    world.graph.nextSend(Graph.NEVER_SENT);
    world.link("form.FORM");

    world.fire(TimerKind.RETRY, 2, Firing.FORCED);

    assertThat(world.said()).containsExactly("one");
  }

  @Test
  void aBlockThatComesBackKeepsItsStartAndItsSchedule() {
    World waiting = Scenes.pausing(Scenes.timeout("1h"));
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "4"));

    waiting.link("form.FORM").pass(MINUTE);

    ParticipantError error = Objects.requireNonNull(waiting.participant().error());
    assertThat(error.ts()).isEqualTo(START);
    assertThat(error.code()).isEqualTo("4");
    assertThat(Objects.requireNonNull(waiting.participant().outbox().retry()).due())
        .isEqualTo(START + 3 * MINUTE);
  }

  @Test
  void theTroubleIsOverWithTheMessageThatWasRefused() {
    World burst = new World(FormText.form().say("hi").ask("one"));
    burst.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    burst.link("form.FORM").withoutDelivery().pass(MINUTE);
    assertThat(burst.participant().episode()).isNotNull();

    burst.deliverOne();

    assertThat(burst.outbox()).containsExactly("one");
    assertThat(burst.participant().episode()).isNull();
  }
}
