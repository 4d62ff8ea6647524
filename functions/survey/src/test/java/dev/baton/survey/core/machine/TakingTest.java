package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.effect.DeliveryStatus;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Taking control back, survey spec §6.5. */
class TakingTest {
  @Test
  void timeThatComesWhilePassingIsUnclearTakesControlBack() {
    World world = giving(HANDOFF.replace("20}", "1}"));
    world.graph.nextPass(Graph.NEVER_SENT);
    world.graph.nextPass(Graph.NEVER_SENT);

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.story()).endsWith("take", "after").doesNotContain("pass 999888777");
  }

  @Test
  void aTakeBehindAPassThatFailsIsDropped() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM");
    world.deliverOne();
    world.deliverOne();

    world.pass(20 * MINUTE);
    assertThat(world.outbox()).containsExactly("pass 999888777", "take", "after");
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));
    world.withDelivery();

    assertThat(world.story()).doesNotContain("take").endsWith("after");
  }

  @Test
  void controlThatIsNotGivenBackIsRecordedAndTheSurveyGoesOn() {
    World world = given(HANDOFF);
    world.graph.nextTake(Graph.refused(FaultClass.NEVER, "100"));

    world.pass(20 * MINUTE);

    assertThat(world.handoff().object("take_error")).isNotNull();
    assertThat(world.hiddenText("e_handover_take_error_code")).isEqualTo("100");
    assertThat(world.said()).endsWith("after");
  }

  @Test
  void controlIsTakenAgainAfterHalfAMinute() {
    for (Graph.Answer answer : List.of(Graph.refused(FaultClass.LATER, "613"), Graph.NEVER_SENT)) {
      World world = given(HANDOFF);
      world.graph.nextTake(answer);

      world.pass(20 * MINUTE + 29_999);
      assertThat(world.story()).doesNotContain("take", "after");
      world.pass(1);

      assertThat(world.story()).endsWith("arm retry", "take", "after");
    }
  }

  @Test
  void takingControlIsInDoubtUntilItIsRefused() {
    World world = given(HANDOFF);
    world.graph.nextTake(Graph.NEVER_SENT);
    world.pass(20 * MINUTE).withoutDelivery();
    assertThat(Objects.requireNonNull(world.participant().outbox().head()).status())
        .isInstanceOf(DeliveryStatus.Unknown.class);

    world.decide(new Command.EffectRefused("2:0", 1, Graph.fault(FaultClass.NEVER, "100")));

    assertThat(world.outbox()).containsExactly("after");
    assertThat(world.participant().outbox().retry()).isNull();
  }
}
