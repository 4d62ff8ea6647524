package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.Scenes.handoffWith;
import static dev.baton.survey.core.machine.Scenes.paused;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hidden values of handoffs, survey spec §7. */
class HandoffValuesTest {
  private static final String CHAIN =
      """
      {"type":"handoff","chain":[{"target_app_id":"999888777"},{"target_app_id":"222"}]}\
      """;
  private static final String AND_DONE =
      """
      "wait":{"op":"and","vars":[{"type":"handoff_return"},\
      {"type":"external","value":{"type":"done"}}]}\
      """;

  /** Takes some of the room for hidden values. */
  private static World filled(World world, int thousands) {
    for (int type = 0; type * 10 < thousands; type++) {
      world.signal(texts(10).replaceFirst("\\{", "{\"type\":\"s" + type + "\","));
    }
    return world;
  }

  private static String texts(int thousands) {
    StringBuilder json = new StringBuilder("{");
    for (int text = 0; text < thousands; text++) {
      json.append(text == 0 ? "" : ",").append("\"k").append(text).append("\":\"");
      json.append("y".repeat(1_000)).append('"');
    }
    return json.append('}').toString();
  }

  @ParameterizedTest
  @CsvSource({"20,12,", "40,12,no_room"})
  void whatDoesNotFitIsNotMergedAtAll(int before, int returned, String error) {
    World world = filled(given(HANDOFF), before).returned(TARGET, texts(returned));

    assertThat(world.ref()).isEqualTo("after");
    assertThat(world.hiddenText("e_handover_metadata_error")).isEqualTo(error);
    assertThat(world.handoff().text("metadata_error")).isEqualTo(error);
    assertThat(world.hidden("e_handover_k0") == null).isEqualTo(error != null);
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("returned");
  }

  @ParameterizedTest
  @CsvSource({"3,", "2,no_room"})
  void roomIsKeptForWhatTheEngineSays(int keysLeft, String error) {
    World world = given(HANDOFF);
    world.signal(keys("\"type\":\"a\"", 140)).signal(keys("\"type\":\"b\"", 140));
    int known = Objects.requireNonNull(world.participant().survey()).hidden().size();

    world.returned(TARGET, keys("\"first\":1", 300 - known - keysLeft - 1));

    assertThat(world.hiddenText("e_handover_metadata_error")).isEqualTo(error);
    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("returned");
  }

  private static String keys(String first, int more) {
    StringBuilder json = new StringBuilder("{").append(first);
    for (int key = 0; key < more; key++) {
      json.append(",\"n").append(key).append("\":1");
    }
    return json.append('}').toString();
  }

  @Test
  void aChainHasToKeepEverythingTwice() {
    World chain = filled(given(CHAIN), 30).returned(TARGET, texts(12));
    World single = filled(given(HANDOFF), 30).returned(TARGET, texts(12));

    assertThat(chain.hiddenText("e_handover_step1_metadata_error")).isEqualTo("no_room");
    assertThat(single.hidden("e_handover_metadata_error")).isNull();
  }

  @Test
  void namesOfStepsAreTheEnginesOnlyInAChain() {
    World chain = given(CHAIN).returned(TARGET, "{\"step1_outcome\":\"mine\"}");
    World single = given(HANDOFF).returned(TARGET, "{\"step1_outcome\":\"mine\"}");

    assertThat(chain.hiddenText("e_handover_step1_outcome")).isEqualTo("returned");
    assertThat(chain.hidden("e_handover_step1_collisions")).isEqualTo(Json.of(1));
    assertThat(single.hiddenText("e_handover_step1_outcome")).isEqualTo("mine");
    assertThat(single.hidden("e_handover_collisions")).isNull();
  }

  @Test
  void aSecondReturnTakesThePlaceOfTheFirst() {
    World world = given(handoffWith(AND_DONE)).returned(TARGET, "{\"level\":6}");

    world.returned(TARGET, "{\"" + "k".repeat(300) + "\":1}").signal("{\"type\":\"done\"}");

    assertThat(world.hidden("e_handover_level")).isNull();
    assertThat(world.hiddenText("e_handover_metadata_error")).isEqualTo("key_too_long");
  }

  @Test
  void aReturnInAPlainWaitSaysWhatWasNotMerged() {
    World flooded = paused("{\"type\":\"handoff_return\"}");
    World full = filled(paused("{\"type\":\"handoff_return\"}"), 40);
    World taken = paused("{\"type\":\"handoff_return\"}");

    flooded.returned("777", "{\"" + "k".repeat(300) + "\":1}");
    full.returned("777", texts(12));
    taken.returned("777", "{\"outcome\":1,\"a\":2}");

    assertThat(flooded.hiddenText("e_handover_metadata_error")).isEqualTo("key_too_long");
    assertThat(full.hiddenText("e_handover_metadata_error")).isEqualTo("no_room");
    assertThat(full.hidden("e_handover_k0")).isNull();
    assertThat(taken.hidden("e_handover_metadata_error")).isNull();
    assertThat(taken.hidden("e_handover_collisions")).isEqualTo(Json.of(1));
    assertThat(taken.hidden("e_handover_a")).isEqualTo(Json.of(2));
  }

  @Test
  void aHandoffThatIsRunAnewForgetsWhyItFailed() {
    World world = giving(handoffWith("\"on_failure\":\"block\""));
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));
    world.link("form.FORM");
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("100");

    world.release(new ReleaseAction.Retry());

    assertThat(world.hidden("e_handover_error_code")).isNull();
    assertThat(world.hidden("e_handover_outcome")).isNull();
    assertThat(world.participant().episode()).isNull();
  }

  @Test
  void aTransitionMessageThatIsRefusedSaysSo() {
    World world = giving(HANDOFF);
    world.graph.nextSend(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM");

    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("failed");
    assertThat(world.hiddenText("e_handover_error_code")).isEqualTo("100");
    assertThat(Objects.requireNonNull(world.participant().lastHandoff()).target())
        .isEqualTo(TARGET);
  }

  @Test
  void aPartnerNeverOverwritesWhatTheEngineSays() {
    World world = given(HANDOFF);

    world.returned(TARGET, "{\"outcome\":\"mine\",\"target_app_id\":\"0\",\"level\":1}");

    assertThat(world.hiddenText("e_handover_outcome")).isEqualTo("returned");
    assertThat(world.hiddenText("e_handover_target_app_id")).isEqualTo(TARGET);
    assertThat(world.hidden("e_handover_collisions")).isEqualTo(Json.of(2));
  }
}
