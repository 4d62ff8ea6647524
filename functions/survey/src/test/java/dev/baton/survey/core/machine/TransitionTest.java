package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.FaultClass;
import org.junit.jupiter.api.Test;

/** Handoffs whose transition message is refused, survey spec §3.5 and §6.4. */
class TransitionTest {
  @Test
  void aRefusedTransitionMessageClosesTheRecordAndResumingOpensAnother() {
    World world = giving(HANDOFF);
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM");
    assertThat(world.state()).isEqualTo(State.BLOCKED);
    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.parked()).containsExactly("give", "pass 999888777");
    assertThat(world.timers.keySet()).containsExactly("RETRY-2");

    world.pass(MINUTE);
    assertThat(world.outcomes()).containsExactly("failed", "open");
    assertThat(world.story()).endsWith("arm wait", "give", "pass 999888777");
    long armed = world.everArmed.getLast().due();
    assertThat(armed).isEqualTo(World.START + 21 * MINUTE);
    world.returned(TARGET, "{}");
    assertThat(world.outcomes()).containsExactly("failed", "returned");
  }

  @Test
  void aTransitionMessageRefusedTwiceClosesTwoRecords() {
    World world = giving(HANDOFF);
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(MINUTE);
    assertThat(world.state()).isEqualTo(State.BLOCKED);
    assertThat(world.outcomes()).containsExactly("failed", "failed");
    world.pass(2 * MINUTE);

    assertThat(world.outcomes()).containsExactly("failed", "failed", "open");
  }

  @Test
  void aRecordThatIsClosedStaysAsItIs() {
    World world = giving(HANDOFF);
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());
    world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM").link("form.NEW");

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.handoff().text("ended_by")).isEqualTo("error");
    assertThat(world.said()).containsExactly("new");
  }

  @Test
  void theReturnOfTheTargetEndsABlockBecauseItHadTheThread() {
    World world =
        giving(
            Scenes.handoffWith(
                """
                "wait":{"op":"and","vars":[{"type":"handoff_return"},\
                {"type":"external","value":{"type":"done"}}]}\
                """));
    world.graph.nextSend(Graph.notOwner());
    world.link("form.FORM");
    assertThat(world.state()).isEqualTo(State.BLOCKED);

    world.returned(TARGET, "{}");

    assertThat(world.state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
    assertThat(world.said()).containsExactly("give");
  }
}
