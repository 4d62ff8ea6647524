package dev.baton.survey.list;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.EVE;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
class SurveyListIT {
  private final CommandBench bench;

  SurveyListIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @Test
  void whoeverHasNoPageHasNoForms() {
    assertThat(list(ADA, "{}").data().write()).isEqualTo("{\"forms\":[],\"counts_complete\":true}");
  }

  @Test
  void participantsAreCountedByFormAndState() {
    bench.importWorkedExample();
    bench.opens("ana", "form.READ01");
    bench.opens("ben", "form.READ01");
    bench.reachesHandoff("carla");
    long armedAt = bench.now();
    bench.pass(60_000);
    bench.reachesHandoff("dan");

    JsonObject form = list(ADA, "{\"page_id\":\"" + PAGE + "\"}").objects("forms").getFirst();

    assertThat(form.text("shortcode")).isEqualTo("READ01");
    assertThat(form.text("title")).isEqualTo("Reading");
    assertThat(form.object("counts"))
        .isEqualTo(JsonObject.builder().put("QOUT", 2).put("WAIT_EXTERNAL_EVENT", 2).build());
    assertThat(form.get("oldest_wait")).isEqualTo(Json.of(armedAt));
  }

  @Test
  void versionsAreListedNewestFirst() {
    for (int version = 1; version <= 25; version++) {
      send(ADA, form("READ01", "Title " + version));
    }

    JsonObject form = list(ADA, "{}").objects("forms").getFirst();

    assertThat(form.text("title")).isEqualTo("Title 25");
    assertThat(form.array("versions")).hasSize(20);
    assertThat(form.get("version")).isEqualTo(Json.of(25));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 200})
  void everyLengthOfPageShowsEveryFormOnce(int limit) {
    for (int number = 0; number < 7; number++) {
      send(ADA, form("F" + number, "x"));
    }
    List<String> seen = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      Answer page = list(ADA, "{\"limit\":" + limit + cursor + "}");
      page.objects("forms").forEach(form -> seen.add(String.valueOf(form.text("shortcode"))));
      String next = page.data().text("next_cursor");
      cursor = next == null ? null : ",\"cursor\":\"" + next + "\"";
    }

    assertThat(seen).containsExactly("F0", "F1", "F2", "F3", "F4", "F5", "F6");
  }

  @Test
  void aCursorOfAnotherQuestionIsInvalid() {
    send(ADA, form("A", "x"));
    send(ADA, form("B", "x"));
    String cursor = list(ADA, "{\"limit\":1}").data().text("next_cursor");

    Answer answer =
        list(ADA, "{\"page_id\":\"" + PAGE + "\",\"limit\":1,\"cursor\":\"" + cursor + "\"}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("INVALID_CURSOR");
  }

  @Test
  void nobodySeesFormsOfOthers() {
    send(ADA, form("READ01", "x"));

    assertThat(list(EVE, "{}").objects("forms")).isEmpty();
  }

  private Answer list(String owner, String body) {
    return bench.call(new SurveyListHandler(bench.wiring()), owner, body);
  }

  private void send(String owner, JsonObject.Builder input) {
    bench.call(new SurveyImportHandler(bench.wiring()), owner, input.build().write()).data();
  }
}
