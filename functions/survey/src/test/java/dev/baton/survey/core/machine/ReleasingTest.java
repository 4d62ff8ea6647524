package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What operators do, at the moments at which it is hard, survey spec §8. */
class ReleasingTest {
  private static final ReleaseAction BLOCK = new ReleaseAction.Block();
  private static final ReleaseAction UNBLOCK = new ReleaseAction.Unblock();
  private static final ReleaseAction CONTINUE = new ReleaseAction.Continue();
  private static final ReleaseAction RETRY = new ReleaseAction.Retry();

  private final World world =
      new World(FormText.form().say("hi").ask("one").ask("two").ending("bye", "Bye"))
          .always(Invariants::hold);

  private static World waiting() {
    return Scenes.pausing(Scenes.timeout("1h")).always(Invariants::hold);
  }

  @Test
  void blockingDoesNotDependOnTheTurnThatWasSeen() {
    world.link("form.FORM").text("a");

    world.decide(new Command.Released(BLOCK, 1L));
    assertThat(world.state()).isEqualTo(State.USER_BLOCKED);
    world.decide(new Command.Released(UNBLOCK, 1L));
    assertThat(world.state()).isEqualTo(State.QOUT);
    world.decide(new Command.Released(new ReleaseAction.Reset(), 1L));
    assertThat(world.state()).isEqualTo(State.START);
  }

  @Test
  void anOperatorWhoSawAnotherTurnIsToldSo() {
    world.link("form.FORM").text("a");

    world.decide(new Command.Released(new ReleaseAction.Move("FORM", Map.of()), 1L));

    assertThat(world.outcome())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("CONFLICT"));
  }

  @Test
  void continueWithTheTurnThatWasSeenGoesOn() {
    World waiting = waiting().link("form.FORM");

    waiting.decide(new Command.Released(CONTINUE, 1L));

    assertThat(waiting.ref()).isEqualTo("after");
  }

  @Test
  void continueLeavesTheRefusedQuestionBehind() {
    World asking = new World(FormText.form().ask("one").ask("two")).always(Invariants::hold);
    asking.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    asking.link("form.FORM").release(CONTINUE).pass(HOUR);

    assertThat(asking.said()).containsExactly("two");
    assertNoTroubleLeft(asking);
  }

  @Test
  void continueLeavesTheFailedHandoffBehind() {
    World giving =
        new World(
                FormText.form()
                    .field("give", "handoff", "G")
                    .description("{\"target_app_id\":\"1\",\"on_failure\":\"block\"}")
                    .ask("after"))
            .always(Invariants::hold);
    giving.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));

    giving.link("form.FORM").release(CONTINUE);

    assertThat(giving.said()).containsExactly("give", "after");
    assertNoTroubleLeft(giving);
  }

  @Test
  void continuePastARefusedStatementForgetsTheTrouble() {
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").release(CONTINUE).pass(HOUR);

    assertThat(world.said()).containsExactly("one");
    assertThat(world.state()).isEqualTo(State.QOUT);
    assertNoTroubleLeft(world);
  }

  @Test
  void continueAfterTheEndDropsTheRefusedReply() {
    world.link("form.FORM").text("a").text("b");
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    world.text("more").release(CONTINUE);

    assertThat(world.state()).isEqualTo(State.END);
    assertThat(world.said()).endsWith("bye", "bye?");
    assertNoTroubleLeft(world);
  }

  @Test
  void aLinkThatDoesNotReadCannotBeRetried() {
    world.link("r.!").release(RETRY);

    assertThat(world.outcome()).isInstanceOf(Outcome.Refused.class);
    world.release(CONTINUE);
    assertThat(world.outcome()).isInstanceOf(Outcome.Refused.class);
  }

  private static void assertNoTroubleLeft(World world) {
    assertThat(world.parked()).isEmpty();
    assertThat(world.participant().episode()).isNull();
    assertThat(world.participant().outbox().retry()).isNull();
  }

  @Test
  void continueLeavesTheRefusedQuestionAndItsRepetitionsBehind() {
    World asking = new World(FormText.form().field("age", "number", "Age?").ask("two"));
    asking.withoutDelivery().link("form.FORM").text("no number");
    asking.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "100")));
    assertThat(asking.parked()).hasSize(3);

    asking.withDelivery().release(CONTINUE);

    assertThat(asking.said()).containsExactly("two");
    assertNoTroubleLeft(asking);
  }

  @Test
  void anOperatorMayStartAnotherFormAtAnyPoint() {
    world.link("form.FORM.group.7").text("20");
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());

    world.release(new ReleaseAction.Move("NEW", Map.of("by", Json.of("operator"))));

    assertThat(world.ref()).isEqualTo("new");
    assertThat(world.hiddenText("by")).isEqualTo("operator");
    assertThat(world.hiddenText("group")).isEqualTo("7");
  }
}
