package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.HANDOFF;
import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.Scenes.giving;
import static dev.baton.survey.core.machine.Scenes.handoffWith;
import static dev.baton.survey.core.machine.Scenes.object;
import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the record of a handoff says, survey spec §6.8. */
class HandoffRecordTest {
  private static final String BEGIN =
      """
      {"handoff_id":"112233445566778/4567890123456789/1/1","page_id":"112233445566778",\
      "user_id":"4567890123456789","shortcode":"FORM","form_version":1,"ref":"give","step":1,\
      "target_app_id":"999888777","started_at":1767225600000,"sent_keys":%s,\
      "deadline":1767226800000\
      """;

  private static void assertRecord(World world, String sentKeys, String more) {
    assertThat(world.handoff().write()).isEqualTo(BEGIN.formatted(sentKeys) + more + "}");
  }

  @Test
  void anOpenOneSaysWhatWasSentAndWhenItEnds() {
    World world = giving(handoffWith("\"metadata\":{\"a\":1,\"b\":{\"c\":2}}")).withoutDelivery();

    world.link("form.FORM");

    assertRecord(world, "[\"a\",\"b\"]", "");
  }

  @Test
  void oneThatCameBackSaysHowLongAndWithWhat() {
    World world = given(HANDOFF).pass(MINUTE).returned(TARGET, "{\"a\":1,\"outcome\":2}");

    assertRecord(
        world,
        "[]",
        """
        ,"passed_at":1767225600000,"pass_attempts":1,"ended_at":1767225660000,\
        "duration_ms":60000,"outcome":"returned","ended_by":"return","control_ms":60000,\
        "returned_keys":["e_handover_a"],"returned_bytes":19,"collisions":["/outcome"]\
        """);
  }

  @ParameterizedTest
  @CsvSource({"'',0", "done,4", "'{\"a\": 1}',8"})
  void theLengthOfWhatCameBackIsThatOfItsText(String metadata, int length) {
    World world = given(HANDOFF).returned(TARGET, metadata);

    assertThat(world.handoff().get("returned_bytes")).isEqualTo(Json.of(length));
  }

  @Test
  void whatWasNotMergedHasNoKeys() {
    World world = given(HANDOFF).returned(TARGET, "{\"" + "k".repeat(300) + "\":1}");

    assertThat(world.handoff().text("metadata_error")).isEqualTo("key_too_long");
    assertThat(world.handoff().array("returned_keys")).isEmpty();
  }

  @Test
  void oneThatFailedSaysWhy() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.refused(FaultClass.NEVER, "100"));

    world.link("form.FORM");

    assertRecord(
        world,
        "[]",
        """
        ,"ended_at":1767225600000,"duration_ms":0,"outcome":"failed","ended_by":"error",\
        "pass_attempts":1,"error":{"code":"100","message":"(#100) refused"}\
        """);
  }

  @Test
  void oneThatWasNeverTriedHasNoErrorAndNoAttempt() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM");
    world.deliverOne();

    world.pass(20 * MINUTE);

    assertThat(world.handoff().text("outcome")).isEqualTo("failed");
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(0));
    assertThat(world.handoff().has("error")).isFalse();
  }

  @Test
  void everyAttemptOfPassingCounts() {
    World world = giving(HANDOFF);
    world.graph.nextPass(Graph.refused(FaultClass.LATER, "613"));
    world.link("form.FORM").pass(MINUTE);
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(2));

    world.pass(20 * MINUTE);

    assertThat(world.handoff().text("outcome")).isEqualTo("timed_out");
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(2));
    assertThat(world.handoff().has("error")).isFalse();
  }

  @Test
  void anAttemptUnderWayCountsToo() {
    World world = giving(HANDOFF).withoutDelivery().link("form.FORM");
    world.deliverOne();
    world.deliverOne();

    world.pass(20 * MINUTE);

    assertThat(world.handoff().text("outcome")).isEqualTo("timed_out");
    assertThat(world.handoff().get("pass_attempts")).isEqualTo(Json.of(1));
  }

  @Test
  void controlThatWasNotGivenBackHasItsReason() {
    World refused = given(HANDOFF);
    refused.graph.nextTake(Graph.refused(FaultClass.NEVER, "100"));
    World silent = given(HANDOFF);
    silent.graph.always(
        effect -> effect instanceof Effect.TakeThread ? Graph.NEVER_SENT : Graph.DONE);

    refused.pass(HOUR);
    silent.pass(HOUR);

    assertThat(refused.handoff().object("take_error"))
        .isEqualTo(object("{\"code\":\"100\",\"message\":\"(#100) refused\"}"));
    assertThat(silent.handoff().object("take_error"))
        .isEqualTo(object("{\"message\":\"no answer\"}"));
    assertThat(silent.hiddenText("e_handover_take_error_code")).isEqualTo("unknown");
    assertThat(silent.said()).containsExactly("give", "after");
  }
}
