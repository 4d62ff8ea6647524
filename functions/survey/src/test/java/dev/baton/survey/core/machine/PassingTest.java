package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.DeliveryStatus;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Passing the thread and taking it back, refused and unclear, survey spec §6.4 and §6.5. */
class PassingTest {
  @Test
  void laterRefusalsOfPassingAreTriedFourTimesInAll() {
    World world = giving(HANDOFF);
    for (int attempt = 0; attempt < 4; attempt++) {
      world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));
    }

    world.link("form.FORM").pass(30_000).pass(2 * MINUTE);
    assertThat(world.outcomes()).containsExactly("open");
    world.pass(5 * MINUTE);

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(4));
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("613");
    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.story()).doesNotContain("take");
  }

  @Test
  void aThreadThatMayHaveBeenPassedIsTakenBackWhenPassingIsGivenUp() {
    World world = giving(HANDOFF);
    for (int attempt = 0; attempt < 4; attempt++) {
      world.graph.nextPass(Graph.LOST);
    }

    world.link("form.FORM").pass(30_000).pass(2 * MINUTE).pass(5 * MINUTE);

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.story()).containsSubsequence("take", "after");
  }

  @Test
  void passingThatSucceedsLaterGoesOnAsUsual() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(30_000);

    assertThat(world.story()).containsExactly("arm wait", "give", "arm retry", "pass 999888777");
    assertThat(Objects.requireNonNull(world.participant().handoff()).isPassed()).isTrue();
    assertThat(world.handoff().get("passed_at")).isEqualTo(Json.of(world.now()));
  }

  @Test
  void aRefusalAfterAnUnclearPassCountsAsPassed() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.LOST);
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "10"));

    world.link("form.FORM").pass(MINUTE);

    assertThat(Objects.requireNonNull(world.participant().handoff()).isPassed()).isTrue();
    world.pass(20 * MINUTE);
    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.story()).contains("take");
  }

  @Test
  void timeThatComesWhilePassingWasRefusedIsAFailure() {
    World world = giving(HANDOFF.replace("20}", "1}"));
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "4"));
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("613");
    assertThat(world.story()).doesNotContain("take");
  }

  @Test
  void aFailureThatBlocksWaitsForAPerson() {
    World world = giving(HANDOFF.replace("20}", "20,\"on_failure\":\"block\"}"));
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM");

    assertThat(world.state()).isEqualTo(State.BLOCKED);
    ParticipantError error = Objects.requireNonNull(world.participant().error());
    assertThat(error.tag()).isEqualTo(ParticipantError.HANDOFF);
    assertThat(error.code()).isEqualTo("100");
    world.release(new ReleaseAction.Retry());
    assertThat(world.state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
    assertThat(world.story()).endsWith("arm wait", "give", "pass 999888777");
    assertThat(world.outcomes()).containsExactly("failed", "open");
  }

  @Test
  void aReturnBeforeTheResultOfPassingCounts() {
    World world = given(HANDOFF.replace("20}", "20}")).withoutDelivery();
    World fresh = giving(HANDOFF).withoutDelivery().link("form.FORM");
    fresh.deliverOne();
    fresh.deliverOne();
    assertThat(fresh.outbox()).containsExactly("pass 999888777");

    fresh.returned(TARGET, "{\"a\":1}");
    assertThat(fresh.outcomes()).containsExactly("returned");
    fresh.decide(new Command.EffectDone("1:2"));
    assertThat(fresh.outcomes()).containsExactly("returned");
    assertThat(fresh.ref()).isEqualTo("after");
    assertThat(world.participant().handoff()).isNotNull();
  }

  @Test
  void aQueuedPassIsNotMadeAfterTheReturn() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM").returned(TARGET, "{}");

    world.withDelivery();

    assertThat(world.story()).doesNotContain("pass 999888777", "take");
  }

  @Test
  void aPassThatIsRefusedAfterTheTimeIsDropped() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM");
    world.deliverOne();
    world.deliverOne();
    world.pass(20 * MINUTE);

    world.decide(new Command.EffectRefused("1:2", 1, Graph.fault(FaultClass.NEVER, "100")));

    assertThat(world.outbox()).containsExactly("after");
  }

  @Test
  void whatComesOfAnOlderAttemptToPassDecidesNothingAboutTheOneInHand() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.NEVER_SENT);
    world.link("form.FORM").withoutDelivery().pass(30_000);
    OutboxEntry second = Objects.requireNonNull(world.participant().outbox().head());

    world.decide(new Command.EffectUnclear("1:2", 1));
    world.decide(new Command.EffectRefused("1:2", 1, Graph.fault(FaultClass.NEVER, "100")));

    assertThat(second.status()).isEqualTo(new DeliveryStatus.Started(2, World.START + 30_000));
    assertThat(world.participant().outbox().head()).isEqualTo(second);
  }

  @Test
  void aPassInDoubtAfterTheTimeCountsAsMade() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM");
    world.deliverOne();
    world.deliverOne();
    world.pass(20 * MINUTE);

    world.decide(new Command.EffectUnclear("1:2", 1));

    assertThat(world.outbox()).containsExactly("take", "after");
  }

  @Test
  void aPassThatStaysInDoubtIsGivenUp() {
    World world = giving(HANDOFF);
    for (int attempt = 0; attempt < 4; attempt++) {
      world.graph.nextPass(Graph.NEVER_SENT);
    }

    world.link("form.FORM").pass(8 * MINUTE);

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(4));
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void aRefusedPassThatIsNoLongerWantedIsNotWaitedFor() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));
    world.link("form.FORM");

    world.returned(TARGET, "{}");

    assertThat(world.participant().outbox().retry()).isNull();
    assertThat(world.said()).containsExactly("give", "after");
  }
}
