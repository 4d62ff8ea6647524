package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.FaultClass;
import org.junit.jupiter.api.Test;

/** What operators do, at the moments at which it is hard, survey spec §8. */
class ReleasingTest {
  private static final ReleaseAction BLOCK = new ReleaseAction.Block();
  private static final ReleaseAction UNBLOCK = new ReleaseAction.Unblock();
  private static final ReleaseAction CONTINUE = new ReleaseAction.Continue();
  private static final ReleaseAction RESET = new ReleaseAction.Reset();
  private static final ReleaseAction RETRY = new ReleaseAction.Retry();

  private final World world =
      new World(FormText.form().say("hi").ask("one").ask("two").ending("bye", "Bye"))
          .always(Invariants::hold);

  private static World giving() {
    return new World(
            FormText.form()
                .field("give", "handoff", "Over to them")
                .description(
                    "{\"type\":\"handoff\",\"target_app_id\":\"999888777\",\"timeout_minutes\":20}")
                .ask("after"))
        .always(Invariants::hold);
  }

  private static World waiting() {
    return new World(
            FormText.form()
                .field("pause", "wait", "A moment")
                .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                .ask("after"))
        .always(Invariants::hold);
  }

  @Test
  void aMessageInHandWhenTheBlockCameIsInDoubtAfterwards() {
    world.withoutDelivery().link("form.FORM").release(BLOCK).release(UNBLOCK).withDelivery();
    assertThat(world.said()).isEmpty();
    assertThat(world.participant().settled()).isFalse();

    world.pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void aMessageWhoseEchoCameBeforeTheBlockIsNotSentAgain() {
    world.withoutDelivery().link("form.FORM").echo("1:0").release(BLOCK);

    world.withDelivery().release(UNBLOCK).pass(HOUR);

    assertThat(world.said()).containsExactly("one");
  }

  @Test
  void aTimerInHandWhenTheBlockCameIsArmedAfterwards() {
    World waiting = waiting().withoutDelivery().link("form.FORM").release(BLOCK);

    waiting.withDelivery().release(UNBLOCK);

    assertThat(waiting.story()).containsExactly("arm wait", "pause");
  }

  @Test
  void resettingSomebodyBlockedStillTakesBackAThreadThatWasBeingPassed() {
    World giving = giving().withoutDelivery().link("form.FORM");
    giving.deliverOne();
    giving.deliverOne();

    giving.release(BLOCK).release(RESET).withDelivery();

    assertThat(giving.story()).containsSubsequence("pass 999888777", "take");
    assertThat(giving.state()).isEqualTo(State.START);
  }

  @Test
  void resettingSomebodyBlockedStillTakesBackAThreadThatWasRefusedFirst() {
    World giving = giving().link("form.FORM");
    giving.graph.nextTake(Graph.refused(FaultClass.LATER, "613"));
    giving.pass(20 * MINUTE);

    giving.release(BLOCK).release(RESET).pass(HOUR);

    assertThat(giving.story()).contains("take").doesNotContain("after");
    assertThat(giving.participant().settled()).isTrue();
  }

  @Test
  void aDoubtThatAroseDuringTheBlockIsWaitedForAfterIt() {
    world.withoutDelivery().link("form.FORM").release(BLOCK);
    world.decide(new Command.EffectUnclear("1:0")).release(UNBLOCK).withDelivery();
    assertThat(world.said()).isEmpty();

    world.pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void aRefusalDuringTheBlockIsTriedAgainAfterIt() {
    world.withoutDelivery().link("form.FORM").release(BLOCK);
    world.decide(new Command.EffectRefused("1:0", Graph.fault(FaultClass.NEVER, "100")));
    assertThat(world.state()).isEqualTo(State.USER_BLOCKED);

    world.withDelivery().release(UNBLOCK);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void theReminderThatWasDueDuringTheBlockComesAfterIt() {
    World reminding =
        new World(
                FormText.form()
                    .member("custom_messages", "{\"label.buttonHint.default\":\"Hello?\"}")
                    .ask("one"))
            .link("form.FORM")
            .release(BLOCK)
            .pass(13 * HOUR);

    reminding.release(UNBLOCK).pass(1);

    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?");
  }

  @Test
  void theRetryThatWasDueDuringTheBlockComesAfterIt() {
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    world.link("form.FORM").release(BLOCK).pass(HOUR);
    assertThat(world.said()).isEmpty();

    world.release(UNBLOCK).pass(1);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void timersThatAreStillToComeAreNotTouched() {
    World waiting = waiting().link("form.FORM").release(BLOCK).pass(MINUTE);

    waiting.release(UNBLOCK);

    assertThat(waiting.effects()).isEmpty();
    assertThat(waiting.timers).hasSize(1);
  }

  @Test
  void aWaitThatIsDueAtThisVeryMomentIsArmedAgain() {
    World waiting = waiting().link("form.FORM").release(BLOCK).pass(HOUR);

    waiting.release(UNBLOCK);

    assertThat(waiting.effects()).containsExactly("arm wait", "cancel wait");
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
}
