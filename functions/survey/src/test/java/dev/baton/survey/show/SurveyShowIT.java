package dev.baton.survey.show;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyShowIT {
  private final CommandBench bench;

  SurveyShowIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @Test
  void aFormIsShownAsItWasCompiled() {
    bench.importWorkedExample();

    Answer answer = show("\"shortcode\":\"READ01\"");

    List<JsonObject> fields = answer.objects("fields");
    assertThat(fields.stream().map(field -> field.text("ref")))
        .containsExactly("name", "region", "reading", "result", "simple_1", "standard_1", "bye");
    JsonObject handoff = Objects.requireNonNull(fields.get(2).object("handoff"));
    assertThat(handoff.array("steps").getFirst().write())
        .contains("\"target_app_id\":\"999888777\",\"timeout_ms\":1200000")
        .contains("\"type\":\"handoff_return\"")
        .contains("{\"type\":\"timeout\",\"value\":{\"after_ms\":1200000}}")
        .contains("\"age_group\":\"{{hidden:age_group}}\"");
    assertThat(fields.get(3).array("jumps").getFirst().write())
        .isEqualTo(
            "{\"to\":\"simple_1\",\"condition\":{\"op\":\"lower_than\",\"vars\":[{\"type\":\"hidden\","
                + "\"value\":\"e_handover_assessment_results_reading_level\"},"
                + "{\"type\":\"constant\",\"value\":6}]}}");
    assertThat(answer.objects("findings")).isEmpty();
    assertThat(Objects.requireNonNull(answer.data().object("source")).object("form")).isNotNull();
  }

  @Test
  void anOlderVersionIsStillThere() {
    send("One");
    send("Two");

    assertThat(show("\"shortcode\":\"F\"").data().text("title")).isEqualTo("Two");
    assertThat(show("\"shortcode\":\"F\",\"version\":1").data().text("title")).isEqualTo("One");
    assertThat(show("\"shortcode\":\"F\",\"version\":1").data().get("version"))
        .isEqualTo(Json.of(1));
  }

  @Test
  void findingsAreThoseOfTheLinter() {
    JsonObject input = form("F", "Hello").build();
    String odd = input.write().replace("What is your name?", "Hello {{hidden:nowhere}}");
    bench.call(new SurveyImportHandler(bench.wiring()), ADA, odd).data();

    assertThat(show("\"shortcode\":\"F\"").objects("findings").getFirst().text("code"))
        .isEqualTo("unknown-hidden");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    send("One");

    assertThat(show("\"shortcode\":\"f\"").code()).isEqualTo("FORM_NOT_FOUND");
    assertThat(show("\"shortcode\":\"F\",\"version\":2").code()).isEqualTo("FORM_NOT_FOUND");
  }

  private Answer show(String more) {
    return bench.call(
        new SurveyShowHandler(bench.wiring()), ADA, "{\"page_id\":\"" + PAGE + "\"," + more + "}");
  }

  private void send(String title) {
    bench
        .call(new SurveyImportHandler(bench.wiring()), ADA, form("F", title).build().write())
        .data();
  }
}
