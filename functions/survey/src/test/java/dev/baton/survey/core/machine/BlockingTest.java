package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.paused;
import static dev.baton.survey.core.machine.Scenes.pausing;
import static dev.baton.survey.core.machine.Scenes.timeout;
import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
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
  void aMessageThatFindsTheTimeOverInABlockDropsWhatIsParked() {
    World waiting = paused(timeout("30m"));
    waiting.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));
    waiting.text("hello");
    assertThat(waiting.parked()).containsExactly("! Not yet", "pause?");

    waiting.passWithoutTimers(HOUR).text("still there?");

    assertThat(waiting.said()).containsExactly("pause", "after");
    assertThat(waiting.answered()).containsExactly("pause=still there? (late)");
  }

  @Test
  void whatWasWrittenBeforeTheQuestionWentAfterAllDoesNotAnswerIt() {
    World asking = new World(FormText.form().ask("one").ask("two"));
    asking.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    asking.link("form.FORM");
    var early = asking.item(new Happening.TextSent("early"), World.START + MINUTE / 2, false);

    asking.pass(MINUTE).arrive(early);

    assertThat(asking.answered()).containsExactly("one=early (late)");
    assertThat(asking.ref()).isEqualTo("one");
  }

  @Test
  void aWaitThatIsOverWhenItsMessageGoesAfterAllIsPassed() {
    World waiting = pausing(timeout("2026-01-01T00:01:00Z"));
    waiting.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));

    waiting.link("form.FORM").pass(MINUTE);

    assertThat(waiting.story())
        .containsExactly("arm wait", "arm retry", "cancel wait", "pause", "after");
  }

  @Test
  void aLinkToAnotherFormDropsWhatIsParked() {
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());
    world.graph.nextSend(Graph.refused(FaultClass.LATER, "613"));
    world.link("form.FORM");

    world.link("form.NEW").pass(HOUR);

    assertThat(world.said()).containsExactly("new");
    assertThat(world.parked()).isEmpty();
    assertThat(world.participant().outbox().retry()).isNull();
  }

  @Test
  void aRefusedPassBlocksUntilTheThreadIsOursAgain() {
    World giving = Scenes.giving(Scenes.handoffWith("\"on_failure\":\"block\""));
    for (int attempt = 0; attempt < 4; attempt++) {
      giving.graph.nextPass(Graph.notOwner());
    }
    giving.link("form.FORM").pass(HOUR);
    assertThat(giving.state()).isEqualTo(State.BLOCKED);

    giving.returned("42", "{}");

    assertThat(giving.story()).endsWith("arm wait", "give", "pass 999888777");
    assertThat(giving.outcomes()).containsExactly("failed", "open");
  }

  @Test
  void aPassThatWasNotMadeInTimeBlocksToo() {
    World giving = Scenes.giving(Scenes.handoffWith("\"on_failure\":\"block\""));

    giving.withoutDelivery().link("form.FORM").deliverOne();
    giving.pass(HOUR);

    ParticipantError error = Objects.requireNonNull(giving.participant().error());
    assertThat(error.tag()).isEqualTo(ParticipantError.HANDOFF);
    assertThat(error.message()).isEqualTo("The thread was not passed in time.");
    giving.returned("42", "{}");
    assertThat(giving.state()).isEqualTo(State.BLOCKED);
  }
}
