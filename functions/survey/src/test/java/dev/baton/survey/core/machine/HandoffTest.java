package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handoffs: outcomes, failures to pass, races and chains, survey spec §6. */
class HandoffTest {
  private static final String PLAIN =
      "{\"type\":\"handoff\",\"target_app_id\":\"999888777\",\"timeout_minutes\":20}";

  private static World handoff(String description) {
    return new World(
        FormText.form()
            .field("give", "handoff", "Over to them")
            .description(description)
            .ask("after")
            .ending("bye", "Bye"));
  }

  private static World open(String description) {
    return handoff(description).link("form.FORM");
  }

  @Test
  void theTimerIsArmedBeforeControlIsPassed() {
    assertThat(open(PLAIN).story()).containsExactly("arm wait", "give", "pass 999888777");
  }

  @Test
  void messagesAreInertWhereverTheyComeFrom() {
    World world = open(PLAIN).text("hello").standby(new Happening.TextSent("there"));

    assertThat(world.said()).containsExactly("give");
    assertThat(world.answers).isEmpty();
    assertThat(world.reason()).isEqualTo("in_handoff");
  }

  @Test
  void aMessageOfTheHandoffStaysInertWhenItIsRedeliveredAfterIt() {
    World world = open(PLAIN).text("hello");
    var item = world.items.getLast();

    world.pass(MINUTE).returned(TARGET, "{}").arrive(item);

    assertThat(world.reason()).isEqualTo("duplicate");
    assertThat(world.answers).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"type\":\"user_message\"};text;cancelled;user_message;true",
        "{\"type\":\"user_message\"};standby;cancelled;user_message;true",
        "{\"type\":\"external\",\"value\":{\"type\":\"done\"}};signal;cancelled;signal;true",
        "{\"type\":\"handoff_return\"};return;returned;return;false",
        "{\"type\":\"handoff_return\",\"value\":{\"ok\":true}};return;returned;return;false",
        "{\"type\":\"handoff_return\"};idle;idle;idle;false",
        "{\"type\":\"handoff_return\"};time;timed_out;timeout;true",
        "{\"type\":\"timeout\",\"value\":\"2m\"};time;timed_out;timeout;true",
        "{\"type\":\"handoff_return\"};continue;cancelled;release;true",
        "{\"type\":\"handoff_return\"};reset;cancelled;reset;true",
        "{\"type\":\"handoff_return\"};link;cancelled;referral;true"
      })
  void eachEndHasItsOutcome(
      String wait, String event, String outcome, String endedBy, boolean takes) {
    World world = open(PLAIN.replace("20}", "20,\"wait\":" + wait + "}"));
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());

    switch (event) {
      case "text" -> world.text("hello");
      case "standby" -> world.standby(new Happening.TextSent("hello"));
      case "signal" -> world.signal("{\"type\":\"done\"}");
      case "return" -> world.returned(TARGET, "{\"ok\":\"true\"}");
      case "idle" -> world.idle();
      case "time" -> world.pass(20 * MINUTE);
      case "continue" -> world.release(new ReleaseAction.Continue());
      case "reset" -> world.release(new ReleaseAction.Reset());
      default -> world.link("form.NEW");
    }

    assertThat(world.handoff().text("outcome")).isEqualTo(outcome);
    assertThat(world.handoff().text("ended_by")).isEqualTo(endedBy);
    assertThat(world.story().contains("take")).isEqualTo(takes);
    assertThat(world.participant().handoff()).isNull();
  }

  @Test
  void theGuardBoundsAWaitThatTimeAloneNeverEnds() {
    World world =
        open(
            PLAIN.replace(
                "20}",
                """
                20,"wait":{"op":"and","vars":[{"type":"handoff_return"},\
                {"type":"external","value":{"type":"done"}}]}}\
                """));

    world.returned(TARGET, "{\"level\":6}");
    assertThat(world.state()).isEqualTo(State.WAIT_EXTERNAL_EVENT);
    assertThat(world.hidden("e_handover_level")).isEqualTo(Json.of(6));
    world.text("still inert").pass(20 * MINUTE);

    assertThat(world.outcomes()).containsExactly("returned");
    assertThat(world.story()).doesNotContain("take");
    assertThat(world.hidden("e_handover_level")).isEqualTo(Json.of(6));
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("returned");
  }

  @Test
  void laterRefusalsOfPassingAreTriedFourTimesInAll() {
    World world = handoff(PLAIN);
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
  void passingThatSucceedsLaterGoesOnAsUsual() {
    World world = handoff(PLAIN);
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(30_000);

    assertThat(world.story()).containsExactly("arm wait", "give", "arm retry", "pass 999888777");
    assertThat(Objects.requireNonNull(world.participant().handoff()).isPassed()).isTrue();
    assertThat(world.handoff().get("passed_at")).isEqualTo(Json.of(world.now()));
  }

  @Test
  void aRefusalAfterAnUnclearPassCountsAsPassed() {
    World world = handoff(PLAIN);
    world.graph.nextPass(Graph.LOST);
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "10"));

    world.link("form.FORM").pass(MINUTE);

    assertThat(Objects.requireNonNull(world.participant().handoff()).isPassed()).isTrue();
    world.pass(20 * MINUTE);
    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.story()).contains("take");
  }

  @Test
  void timeThatComesWhilePassingIsUnclearTakesControlBack() {
    World world = handoff(PLAIN.replace("20}", "1}"));
    world.graph.nextPass(Graph.NEVER_SENT);
    world.graph.nextPass(Graph.NEVER_SENT);

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.story()).endsWith("take", "after").doesNotContain("pass 999888777");
  }

  @Test
  void timeThatComesWhilePassingWasRefusedIsAFailure() {
    World world = handoff(PLAIN.replace("20}", "1}"));
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "4"));
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));

    world.link("form.FORM").pass(MINUTE);

    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("613");
    assertThat(world.story()).doesNotContain("take");
  }

  @Test
  void aFailureThatBlocksWaitsForAPerson() {
    World world = handoff(PLAIN.replace("20}", "20,\"on_failure\":\"block\"}"));
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
  void aRefusedTransitionMessageClosesTheRecordAndResumingOpensAnother() {
    World world = handoff(PLAIN);
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
  void aReturnBeforeTheResultOfPassingCounts() {
    World world = open(PLAIN.replace("20}", "20}")).withoutDelivery();
    World fresh = handoff(PLAIN).withoutDelivery().link("form.FORM");
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
    World world = handoff(PLAIN).withoutDelivery().link("form.FORM").returned(TARGET, "{}");

    world.withDelivery();

    assertThat(world.story()).doesNotContain("pass 999888777", "take");
  }

  @Test
  void aTakeBehindAPassThatFailsIsDropped() {
    World world = handoff(PLAIN).withoutDelivery().link("form.FORM");
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
    World world = open(PLAIN);
    world.graph.nextTake(Graph.refused(FaultClass.NEVER, "100"));

    world.pass(20 * MINUTE);

    assertThat(world.handoff().object("take_error")).isNotNull();
    assertThat(world.hiddenText("e_handover_take_error_code")).isEqualTo("100");
    assertThat(world.said()).endsWith("after");
  }

  @Test
  void aStaleReturnOfAnEarlierHandoffToTheSameAppIsInert() {
    World world =
        new World(
                FormText.form()
                    .field("one", "handoff", "1")
                    .description(PLAIN)
                    .field("two", "handoff", "2")
                    .description(PLAIN)
                    .ask("after"))
            .link("form.FORM");
    var early =
        world.item(
            new Happening.ControlPassed(World.OURS, TARGET, World.metadata("{\"n\":1}")),
            world.now() + 1_000,
            false);

    world.pass(20 * MINUTE).arrive(early);

    assertThat(world.reason()).isEqualTo("stale_return");
    assertThat(world.outcomes()).containsExactly("timed_out", "open");
  }

  @Test
  void resultsOfTwoHandoffsNeverMix() {
    World world =
        new World(
                FormText.form()
                    .field("one", "handoff", "1")
                    .description(PLAIN)
                    .field("two", "handoff", "2")
                    .description(PLAIN)
                    .ask("after"))
            .link("form.FORM");

    world.pass(MINUTE).returned(TARGET, "{\"a\":1,\"b\":2,\"outcome\":\"hacked\"}");
    assertThat(world.hidden("e_handover_a")).isNull();
    world.pass(MINUTE).returned(TARGET, "{\"b\":3}");

    assertThat(world.hidden("e_handover_a")).isNull();
    assertThat(world.hidden("e_handover_b")).isEqualTo(Json.of(3));
    assertThat(world.handoffs.values().iterator().next().array("collisions")).hasSize(1);
  }

  @Test
  void aConditionThatDoesNotHoldSkipsTheHandoff() {
    String when =
        """
        20,"when":{"op":"is","vars":[{"type":"hidden","value":"go"},\
        {"type":"constant","value":"yes"}]}}\
        """;
    World skipped = handoff(PLAIN.replace("20}", when)).link("form.FORM.go.no");
    World taken = handoff(PLAIN.replace("20}", when)).link("form.FORM.go.yes");

    assertThat(skipped.said()).containsExactly("after");
    assertThat(skipped.handoffs).isEmpty();
    assertThat(taken.said()).containsExactly("give");
  }

  @Test
  void aChainGoesThroughItsStepsWithOneMessage() {
    World world = open(chain(""));

    world.pass(MINUTE).returned("111", "{\"level\":1}");
    assertThat(world.hidden("e_handover_step1_level")).isEqualTo(Json.of(1));
    assertThat(world.hidden("e_handover_level")).isNull();
    world.pass(20 * MINUTE);
    assertThat(world.hiddenText("e_handover_step2_outcome")).isEqualTo("timed_out");
    world.pass(MINUTE).returned("333", "{\"level\":3}");

    assertThat(world.story())
        .containsExactly(
            "arm wait",
            "give",
            "pass 111",
            "arm wait",
            "cancel wait",
            "pass 222",
            "arm wait",
            "take",
            "pass 333",
            "cancel wait",
            "after");
    assertThat(world.outcomes()).containsExactly("returned", "timed_out", "returned");
    assertThat(world.hidden("e_handover_level")).isEqualTo(Json.of(3));
    assertThat(world.hiddenText("e_handover_step1_outcome")).isEqualTo("returned");
  }

  @Test
  void aChainMayStopEarly() {
    World world = open(chain(",\"stop_on\":[\"timed_out\"]"));

    world.pass(20 * MINUTE);

    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void anOperatorsContinueEndsTheChain() {
    World world = open(chain(""));

    world.release(new ReleaseAction.Continue());

    assertThat(world.outcomes()).containsExactly("cancelled");
    assertThat(world.ref()).isEqualTo("after");
  }

  private static String chain(String more) {
    return """
    {"type":"handoff","chain":[{"target_app_id":"111","timeout_minutes":20},\
    {"target_app_id":"222","timeout_minutes":20},\
    {"target_app_id":"333","timeout_minutes":20}]%s}\
    """
        .formatted(more);
  }

  @Test
  void aReturnInAPlainWaitCountsOnlyIfALeafAsksForIt() {
    String wait =
        """
        {"type":"wait","wait":{"op":"or","vars":[\
        {"type":"handoff_return","target_app_id":"777","value":{"ok":true}},\
        {"type":"timeout","value":"1h"}]}}\
        """;
    World world =
        new World(FormText.form().field("w", "wait", "W").description(wait).ask("after"))
            .link("form.FORM");

    world.returned("666", "{\"ok\":true}").returned("777", "{\"ok\":false}");
    assertThat(world.hidden("e_handover_ok")).isNull();
    world.returned("777", "{\"ok\":true}");

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.hidden("e_handover_ok")).isEqualTo(Json.of(true));
  }

  @Test
  void aFloodOfMetadataIsNotMergedAndTheSurveyGoesOn() {
    JsonObject.Builder many = JsonObject.builder();
    for (int key = 0; key < 201; key++) {
      many.put("key" + key, key);
    }
    World world = open(PLAIN);

    world.returned(TARGET, many.build().write());

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.hiddenText("e_handover_metadata_error")).isEqualTo("too_many_keys");
    assertThat(world.handoff().text("metadata_error")).isEqualTo("too_many_keys");
  }
}
