package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.Scenes.handoffWith;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.ReleaseAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Handoffs: outcomes, failures to pass, races and chains, survey spec §6. */
class HandoffTest {
  @Test
  void theTimerIsArmedBeforeControlIsPassed() {
    assertThat(given(HANDOFF).story()).containsExactly("arm wait", "give", "pass 999888777");
  }

  @Test
  void messagesAreInertWhereverTheyComeFrom() {
    World world = given(HANDOFF).text("hello").standby(new Happening.TextSent("there"));

    assertThat(world.said()).containsExactly("give");
    assertThat(world.answers).isEmpty();
    assertThat(world.reason()).isEqualTo("in_handoff");
  }

  @Test
  void aMessageOfTheHandoffStaysInertWhenItIsRedeliveredAfterIt() {
    World world = given(HANDOFF).text("hello");
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
    World world = given(HANDOFF.replace("20}", "20,\"wait\":" + wait + "}"));
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
        given(
            HANDOFF.replace(
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
  void aStaleReturnOfAnEarlierHandoffToTheSameAppIsInert() {
    World world =
        new World(
                FormText.form()
                    .field("one", "handoff", "1")
                    .description(HANDOFF)
                    .field("two", "handoff", "2")
                    .description(HANDOFF)
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
                    .description(HANDOFF)
                    .field("two", "handoff", "2")
                    .description(HANDOFF)
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
    World skipped = giving(HANDOFF.replace("20}", when)).link("form.FORM.go.no");
    World taken = giving(HANDOFF.replace("20}", when)).link("form.FORM.go.yes");

    assertThat(skipped.said()).containsExactly("after");
    assertThat(skipped.handoffs).isEmpty();
    assertThat(taken.said()).containsExactly("give");
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
    World world = given(HANDOFF);

    world.returned(TARGET, many.build().write());

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.hiddenText("e_handover_metadata_error")).isEqualTo("too_many_keys");
    assertThat(world.handoff().text("metadata_error")).isEqualTo("too_many_keys");
  }

  @Test
  void aHandoffThatIsOverFromTheStartPassesNothing() {
    String over = handoffWith("\"wait\":" + Scenes.timeout("2020-01-01"));

    World world = Scenes.givingTwice(over, over).link("form.FORM");

    assertThat(world.story()).containsExactly("one", "two", "after");
    assertThat(world.outcomes()).containsExactly("failed", "failed");
    assertThat(world.handoffs.keySet())
        .extracting(id -> id.turn() + "/" + id.step())
        .containsExactlyInAnyOrder("1/1", "1/2");
    assertThat(world.handoffs.values())
        .allMatch(row -> row.has("started_at") && row.has("ended_at"));
  }

  @ParameterizedTest
  @CsvSource({"999888777,stale_return,two", "222,Committed[],after"})
  void whatTheSameAppSaidBeforeItsLastHandoffEndedIsStale(
      String secondTarget, String reason, String ref) {
    World world =
        Scenes.givingTwice(HANDOFF, HANDOFF.replace(TARGET, secondTarget)).link("form.FORM");
    world.pass(MINUTE);
    var first = new Happening.ControlPassed(World.OURS, TARGET, World.metadata("{}"));
    var second = new Happening.ControlPassed(World.OURS, secondTarget, World.metadata("{}"));
    world.arrive(world.item(first, world.now() - 30_000, false));
    assertThat(world.ref()).isEqualTo("two");

    world.arrive(world.item(second, world.now() - 20_000, false));

    assertThat(world.reason()).isEqualTo(reason);
    assertThat(world.ref()).isEqualTo(ref);
  }

  @Test
  void whatWasWrittenBeforeTheHandoffEndsNoWait() {
    World world = given(handoffWith("\"wait\":{\"type\":\"user_message\"}"));
    var early = world.item(new Happening.TextSent("early"), World.START - 1, false);

    world.arrive(early);
    assertThat(world.reason()).isEqualTo("in_handoff");
    world.arrive(early);

    assertThat(world.reason()).isEqualTo("duplicate");
    assertThat(world.outcomes()).containsExactly("open");
  }
}
