package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.counted;
import static dev.baton.survey.core.machine.Scenes.paused;
import static dev.baton.survey.core.machine.Scenes.pausing;
import static dev.baton.survey.core.machine.Scenes.timeout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a decision leaves to the delivery, survey spec §3.3. */
class DeliveryTest {
  private final World world = new World(FormText.form().say("hi").ask("one").ask("two"));

  @Test
  void whoBringsTheFirstEffectWakesADelivery() {
    world.withoutDelivery().link("form.FORM");

    assertThat(world.last().wake()).isTrue();
  }

  @Test
  void aDeliveryThatReportsGoesOnByItself() {
    world.withoutDelivery().link("form.FORM").decide(new Command.EffectDone("1:0"));

    assertThat(world.participant().outbox().isRunning()).isTrue();
    assertThat(world.last().wake()).isFalse();
  }

  @Test
  void whereNothingIsToBeDoneNobodyIsWoken() {
    world.link("form.FORM").signal("{\"type\":\"x\"}");

    assertThat(world.last().writes()).isTrue();
    assertThat(world.last().wake()).isFalse();
  }

  @Test
  void anOperatorsBlockWakesNobody() {
    world.withoutDelivery().link("form.FORM").release(new ReleaseAction.Block());

    assertThat(world.last().wake()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,false", "600000,false", "600001,true"})
  void aDeliveryThatIsGoneIsReplaced(long millis, boolean wakes) {
    World sent = new World(FormText.form().say("hi").ask("one").ask("two")).withoutDelivery();
    World echoed = new World(FormText.form().say("hi").ask("one").ask("two")).withoutDelivery();

    sent.link("form.FORM").passWithoutTimers(millis).text("x");
    echoed.link("form.FORM").echo("1:0").passWithoutTimers(millis).text("x");

    assertThat(sent.last().wake()).isEqualTo(wakes);
    assertThat(echoed.last().wake()).isEqualTo(wakes);
  }

  @Test
  void effectsOfALaterTurnGoBehindThoseOfAnEarlierOne() {
    World waiting =
        new World(
            FormText.form()
                .say("hi")
                .ask("one")
                .field("pause", "wait", "A moment")
                .description("{\"wait\":" + timeout("1h") + "}"));

    waiting.withoutDelivery().link("form.FORM").text("x");

    assertThat(waiting.outbox()).containsExactly("hi", "one", "arm wait", "pause");
  }

  @Test
  void aDeadPageTokenIsCounted() {
    world.withoutDelivery().link("form.FORM");

    world.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "190")));
    assertThat(counted(world)).containsEntry("dead_page_token", 1);

    World other = new World(FormText.form().ask("one")).withoutDelivery().link("form.FORM");
    other.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "100")));
    assertThat(counted(other)).isEmpty();
  }

  @Test
  void aTimerThatTheSchedulerRefusesIsCountedAndBlocksNothing() {
    World waiting = pausing(timeout("1h")).withoutDelivery().link("form.FORM");

    waiting.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "x")));

    assertThat(counted(waiting)).containsEntry("effect_dropped", 1);
    assertThat(waiting.outbox()).containsExactly("pause");
    assertThat(waiting.participant().outbox().isRunning()).isTrue();
  }

  @Test
  void aTimerThatIsNotDeletedBlocksNothing() {
    World waiting = paused(timeout("1h"));
    waiting.graph.next(
        effect -> effect instanceof Effect.CancelTimer, Graph.refused(FaultClass.NEVER, "x"));

    waiting.release(new ReleaseAction.Continue());

    assertThat(waiting.said()).containsExactly("pause", "after");
    assertThat(waiting.participant().settled()).isTrue();
  }
}
