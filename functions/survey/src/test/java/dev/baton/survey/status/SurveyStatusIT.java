package dev.baton.survey.status;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyStatusIT {
  private static final String ANA = "4567890123456789";

  private final CommandBench bench;

  SurveyStatusIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeEach
  void theFormIsImported() {
    bench.importWorkedExample();
  }

  @Test
  void somebodyWhoNeverWroteIsMissing() {
    Answer answer = status();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("PARTICIPANT_NOT_FOUND");
  }

  @Test
  void anOpenQuestionIsShownWithItsType() {
    bench.opens(ANA, "form.READ01.age_group.25-34");

    JsonObject data = status().data();

    assertThat(data.text("state")).isEqualTo("QOUT");
    assertThat(data.get("settled")).isEqualTo(Json.of(true));
    assertThat(data.get("turn")).isEqualTo(Json.of(1));
    assertThat(data.text("shortcode")).isEqualTo("READ01");
    assertThat(data.get("version")).isEqualTo(Json.of(1));
    assertThat(inner(data, "question").text("ref")).isEqualTo("name");
    assertThat(inner(data, "question").text("type")).isEqualTo("short_text");
    assertThat(inner(data, "hidden").text("age_group")).isEqualTo("25-34");
    assertThat(data.array("forms_taken")).containsExactly(Json.of("READ01"));
    assertThat(data.get("updated_at")).isEqualTo(Json.of(bench.now()));
    assertThat(data.has("wait") || data.has("handoff") || data.has("error")).isFalse();
  }

  @Test
  void anOpenHandoffIsShownWithItsWait() {
    Participant participant = bench.reachesHandoff(ANA);

    JsonObject data = status().data();

    assertThat(data.text("state")).isEqualTo("WAIT_EXTERNAL_EVENT");
    JsonObject handoff = inner(data, "handoff");
    assertThat(handoff.text("handoff_id")).isEqualTo(PAGE + "/" + ANA + "/3/1");
    assertThat(handoff.text("target_app_id")).isEqualTo("999888777");
    assertThat(handoff.has("passed_at")).isTrue();
    JsonObject wait = inner(data, "wait");
    assertThat(wait.array("leaves")).hasSize(2);
    assertThat(wait.get("due")).isEqualTo(Json.of(bench.now() + 1_200_000));
    assertThat(wait.object("tree")).isNotNull();
    assertThat(participant.turn()).isEqualTo(3);
  }

  @Test
  void whatCameBackIsShownWithItsType() {
    bench.reachesHandoff(ANA);
    bench.pass(600_000);
    JsonObject metadata = JsonObject.builder().put("level", new JsonNumber("82.50")).build();
    bench.happens(
        ANA,
        new Happening.ControlPassed(
            "555000111", "999888777", new Metadata.Structured(metadata, 15)));

    JsonObject hidden = inner(status().data(), "hidden");

    assertThat(hidden.get("e_handover_level")).isEqualTo(new JsonNumber("82.50"));
    assertThat(hidden.text("e_handover_outcome")).isEqualTo("returned");
  }

  @Test
  void aRefusedMessageIsShownWithItsCode() {
    Participant opened = bench.opens(ANA, "form.READ01");
    bench.pass(1_000);
    Participant asked =
        bench.handled(
            ANA,
            new Command.Arrived(
                new Item(PAGE, ANA, bench.now(), "m_x", false, new Happening.TextSent("Ana"))));
    assertThat(asked.turn()).isGreaterThan(opened.turn());
    bench.handled(
        ANA,
        new Command.EffectRefused(
            asked.outbox().entries().getFirst().id(),
            1,
            new GraphFault(FaultClass.NEVER, "100", null, "(#100) No matching user", null)));

    JsonObject data = status().data();

    assertThat(data.text("state")).isEqualTo("BLOCKED");
    assertThat(data.text("fb_error_code")).isEqualTo("100");
    assertThat(inner(data, "error").text("tag")).isEqualTo("FB");
    assertThat(inner(data, "outbox").get("parked")).isEqualTo(Json.of(1));
  }

  private Answer status() {
    return bench.call(
        new SurveyStatusHandler(bench.wiring()),
        ADA,
        JsonObject.builder().put("page_id", PAGE).put("user_id", ANA).build().write());
  }

  private static JsonObject inner(JsonObject parent, String name) {
    return Objects.requireNonNull(parent.object(name));
  }
}
