package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.pausing;
import static dev.baton.survey.core.machine.Scenes.timeout;
import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Stopping a participant and letting them go on, at the moments at which it is hard: survey spec
 * §8.
 */
class OperatorBlockTest {
  private static final ReleaseAction BLOCK = new ReleaseAction.Block();
  private static final ReleaseAction RESET = new ReleaseAction.Reset();
  private static final ReleaseAction UNBLOCK = new ReleaseAction.Unblock();

  private final World world =
      new World(FormText.form().say("hi").ask("one").ask("two").ending("bye", "Bye"))
          .always(Invariants::hold);

  private static World giving() {
    return Scenes.giving(Scenes.HANDOFF).always(Invariants::hold);
  }

  private static World waiting() {
    return pausing(timeout("1h")).always(Invariants::hold);
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
  void aDoubtThatAroseDuringTheBlockIsWaitedForAfterIt() {
    world.withoutDelivery().link("form.FORM").release(BLOCK);
    world.decide(new Command.EffectUnclear("1:0", 1)).release(UNBLOCK).withDelivery();
    assertThat(world.said()).isEmpty();

    world.pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void aRefusalDuringTheBlockIsTriedAgainAfterIt() {
    world.withoutDelivery().link("form.FORM").release(BLOCK);
    world.decide(new Command.EffectRefused("1:0", 1, Graph.fault(FaultClass.NEVER, "100")));
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
  void unblockRestoresTheExactStateAtEveryStep() {
    world.link("form.FORM");
    for (String line : List.of("a", "b", "c")) {
      Participant before = world.participant();
      world.release(BLOCK);
      world.text("inert").signal("{\"type\":\"x\"}").link("form.FORM");
      world.release(UNBLOCK);
      Participant after = world.participant();

      assertThat(after.position()).isEqualTo(before.position());
      assertThat(after.survey()).isEqualTo(before.survey());
      assertThat(after.outbox()).isEqualTo(before.outbox());
      assertThat(after.turn()).isEqualTo(before.turn());
      world.text(line);
    }
    assertThat(world.state()).isEqualTo(State.END);
  }

  @Test
  void whatWasQueuedWhenAnOperatorBlockedGoesAfterwards() {
    world.withoutDelivery().link("form.FORM").release(BLOCK).withDelivery();
    assertThat(world.said()).isEmpty();

    world.decide(new Command.EffectDone("1:0")).release(UNBLOCK);

    assertThat(world.said()).containsExactly("one");
  }

  @Test
  void aTimerThatFiredInABlockIsArmedAgain() {
    World waiting = waiting();

    waiting.link("form.FORM").release(BLOCK).pass(2 * HOUR);
    assertThat(waiting.said()).containsExactly("pause");
    waiting.release(UNBLOCK).pass(0);

    assertThat(waiting.said()).containsExactly("pause", "after");
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
}
