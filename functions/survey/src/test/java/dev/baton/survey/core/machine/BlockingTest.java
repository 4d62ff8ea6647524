package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Refused, lost and repeated effects, and operators, survey spec §3.3–3.5 and §8. */
class BlockingTest {
  private final World world =
      new World(FormText.form().say("hi").ask("one").ask("two").ending("bye", "Bye"));

  @Test
  void aRefusedMessageBlocksAndEverythingBehindItIsParked() {
    world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM").pass(HOUR);

    assertThat(world.state()).isEqualTo(State.BLOCKED);
    assertThat(world.parked()).containsExactly("hi", "one");
    ParticipantError error = Objects.requireNonNull(world.participant().error());
    assertThat(error.toJson().write())
        .isEqualTo(
            "{\"tag\":\"FB\",\"code\":\"100\",\"message\":\"(#100) refused\",\"ts\":"
                + World.START
                + "}");
    assertThat(world.participant().settled()).isTrue();
  }

  @Test
  void whatMayGoLaterIsTriedAtOneTwoFourMinutesAndThenHourly() {
    world.graph.always(effect -> refusedSend(effect));

    world.link("form.FORM").pass(24 * HOUR);

    List<Long> minutes =
        world.everArmed.stream().map(timer -> (timer.due() - World.START) / MINUTE).toList();
    assertThat(minutes.subList(0, 8)).containsExactly(1L, 3L, 7L, 15L, 31L, 63L, 123L, 183L);
    assertThat(minutes.getLast()).isLessThanOrEqualTo(23 * 60);
    assertThat(minutes).hasSizeLessThanOrEqualTo(24);
    ParticipantError error = Objects.requireNonNull(world.participant().error());
    assertThat(error.ts()).isEqualTo(World.START);
    assertThat(world.participant().outbox().retry()).isNull();
  }

  private static Graph.Answer refusedSend(Effect effect) {
    return effect instanceof Effect.Send ? Graph.refused(FaultClass.LATER, "613") : Graph.DONE;
  }

  @Test
  void aBlockThatIsOvercomeIsForgotten() {
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
    assertThat(world.participant().episode()).isNull();
    assertThat(world.state()).isEqualTo(State.QOUT);
  }

  @Test
  void aMessageReopensTheWindowAndAnswersNothingThatWasNotSent() {
    world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM").pass(MINUTE).text("are you there?");

    assertThat(world.said()).containsExactly("hi", "one");
    assertThat(world.answers).isEmpty();
    world.text("now");
    assertThat(world.answered()).containsExactly("one=now");
  }

  @Test
  void aMessageInABlockAnswersTheQuestionThatWasDelivered() {
    World asking = new World(FormText.form().field("age", "number", "Age?").ask("two"));
    asking.link("form.FORM").graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));

    asking.text("old").text("20");

    assertThat(asking.answered()).containsExactly("age=old (invalid)", "age=20");
    assertThat(asking.ref()).isEqualTo("two");
    assertThat(asking.state()).isEqualTo(State.QOUT);
  }

  @Test
  void theReturnOfTheThreadEndsABlockBecauseItWasNotOurs() {
    world.graph.nextSend(Graph.notOwner());
    world.link("form.FORM");
    assertThat(world.state()).isEqualTo(State.BLOCKED);

    world.returned("42", "{}");

    assertThat(world.said()).containsExactly("hi", "one");
    assertThat(world.participant().contact().threadOwner()).isEqualTo(World.OURS);
  }

  @Test
  void aMessageWithoutResultIsSentOnceMoreAfterAMinute() {
    world.graph.nextSend(Graph.NEVER_SENT);

    world.link("form.FORM").pass(MINUTE - 1);
    assertThat(world.said()).isEmpty();
    world.pass(1);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void aSecondDoubtCountsAsSent() {
    world.graph.nextSend(Graph.LOST);
    world.graph.nextSend(Graph.LOST);

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "hi", "one");
    assertThat(world.participant().settled()).isTrue();
  }

  @Test
  void theEchoOfAMessageWithoutResultHealsIt() {
    world.graph.nextSend(Graph.LOST);

    world.link("form.FORM").echo("1:0");

    assertThat(world.said()).containsExactly("hi", "one");
    world.pass(HOUR);
    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void theEchoThatOvertakesTheResultIsKept() {
    world.withoutDelivery().link("form.FORM").echo("1:0");
    assertThat(world.last().wake()).isFalse();

    world.decide(new Command.EffectUnclear("1:0"));

    assertThat(world.outbox()).containsExactly("one");
    assertThat(world.participant().outbox().isRunning()).isTrue();
  }

  @Test
  void withoutTagAnEchoHealsTheMessageOfTheSameContent() {
    World plain = new World(FormText.form().ask("one"));
    plain.with(new PageSettings(null, null, false, false)).graph.nextSend(Graph.LOST);
    plain.link("form.FORM");
    var metadata =
        (dev.baton.core.json.JsonObject) FormText.json("{\"ref\":\"one\",\"type\":\"short_text\"}");

    plain.passWithoutTimers(1).arrive(new Happening.Echoed(null, metadata, "Other"));
    assertThat(plain.participant().settled()).isFalse();
    plain.arrive(new Happening.Echoed(null, metadata, "Tell me one"));

    assertThat(plain.outbox()).isEmpty();
  }

  @Test
  void aDeliveryThatDiedIsHealedByTheNext() {
    world.withoutDelivery().link("form.FORM");
    world.decide(new Command.EffectUnclear("1:0"));

    world.withDelivery().pass(MINUTE);

    assertThat(world.said()).containsExactly("hi", "one");
  }

  @Test
  void theTimerOfARetryMayBeLost() {
    world.graph.nextSend(Graph.NEVER_SENT);
    world.link("form.FORM").passWithoutTimers(HOUR);

    world.text("hello?");

    assertThat(world.said()).containsExactly("hi", "one", "two");
  }

  @Test
  void aWaitThatBecomesTrueInABlockDropsWhatIsParked() {
    World waiting =
        new World(
            FormText.form()
                .field("pause", "wait", "A moment")
                .description(
                    """
                    {"wait":{"op":"or","vars":[{"type":"external","value":{"type":"done"}},\
                    {"type":"timeout","value":"1h"}]}}\
                    """)
                .ask("after"));
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    waiting.link("form.FORM");
    assertThat(waiting.timers.keySet()).containsExactly("RETRY-2");

    waiting.signal("{\"type\":\"done\"}");

    assertThat(waiting.said()).containsExactly("after");
    assertThat(waiting.parked()).isEmpty();
    assertThat(waiting.state()).isEqualTo(State.QOUT);
  }

  @Test
  void aWaitWhoseMessageWasParkedBeginsAnew() {
    World waiting =
        new World(
            FormText.form()
                .field("pause", "wait", "A moment")
                .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                .ask("after"));
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    waiting.link("form.FORM").pass(MINUTE);
    assertThat(waiting.state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
    waiting.pass(HOUR - 1);
    assertThat(waiting.ref()).isEqualTo("pause");
    waiting.pass(1);

    assertThat(waiting.ref()).isEqualTo("after");
  }

  @Test
  void unblockRestoresTheExactStateAtEveryStep() {
    world.link("form.FORM");
    for (String line : List.of("a", "b", "c")) {
      Participant before = world.participant();
      world.release(new ReleaseAction.Block());
      world.text("inert").signal("{\"type\":\"x\"}").link("form.FORM");
      world.release(new ReleaseAction.Unblock());
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
    world.withoutDelivery().link("form.FORM").release(new ReleaseAction.Block()).withDelivery();
    assertThat(world.said()).isEmpty();

    world.decide(new Command.EffectDone("1:0")).release(new ReleaseAction.Unblock());

    assertThat(world.said()).containsExactly("one");
  }

  @Test
  void aTimerThatFiredInABlockIsArmedAgain() {
    World waiting =
        new World(
            FormText.form()
                .field("pause", "wait", "A moment")
                .description("{\"wait\":{\"type\":\"timeout\",\"value\":\"1h\"}}")
                .ask("after"));

    waiting.link("form.FORM").release(new ReleaseAction.Block()).pass(2 * HOUR);
    assertThat(waiting.said()).containsExactly("pause");
    waiting.release(new ReleaseAction.Unblock()).pass(0);

    assertThat(waiting.said()).containsExactly("pause", "after");
  }

  @Test
  void continueSkipsOnlyTheRefusedStatement() {
    world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));
    world.link("form.FORM");

    world.release(new ReleaseAction.Continue());

    assertThat(world.said()).containsExactly("one");
    assertThat(world.state()).isEqualTo(State.QOUT);
  }

  @Test
  void anOperatorWhoSawAnotherTurnIsToldSo() {
    world.link("form.FORM").text("a");

    world.decide(new Command.Released(new ReleaseAction.Move("FORM", java.util.Map.of()), 1L));

    assertThat(world.outcome())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("CONFLICT"));
  }

  @Test
  void aBurstThatIsTooLongForTheOutboxGoesOnWhenThatIsEmpty() {
    FormText burst = FormText.form();
    for (int field = 0; field < 100; field++) {
      burst.say("s" + field);
    }
    World large = new World(burst.ask("end")).always(Invariants::hold).withoutDelivery();

    large.link("form.FORM").text("during the burst");
    assertThat(large.answered()).containsExactly("s32=during the burst (late)");
    large.withDelivery();

    assertThat(large.said()).hasSize(101).startsWith("s0", "s1").endsWith("s99", "end");
    assertThat(large.state()).isEqualTo(State.QOUT);
    large.text("x");
    assertThat(large.state()).isEqualTo(State.END);
  }

  @Test
  void whatWouldBeTooLargeIsPutAsideAndSeen() {
    FormText oversized = FormText.form();
    for (int field = 0; field < 30; field++) {
      oversized.field("s" + field, "statement", "\u0001".repeat(1_900));
    }
    World large = new World(oversized.ask("end"));

    large.link("form.FORM");

    assertThat(large.outcome()).isEqualTo(new Outcome.DeadLettered("state_too_large"));
    assertThat(large.state()).isEqualTo(State.ERROR);
    assertThat(Objects.requireNonNull(large.participant().error()).tag())
        .isEqualTo(ParticipantError.STATE_TOO_LARGE);
  }
}
