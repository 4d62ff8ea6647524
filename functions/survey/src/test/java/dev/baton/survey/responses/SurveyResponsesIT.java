package dev.baton.survey.responses;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.command.Forgery;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(DynamoDbLocal.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyResponsesIT {
  private final CommandBench bench;

  SurveyResponsesIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @BeforeAll
  void threePeopleAnswer() {
    bench.importWorkedExample();
    for (String user : List.of("ana", "ben", "carla")) {
      bench.opens(user, "form.READ01");
      bench.writes(user, user.equals("ben") ? "=HYPERLINK(\"x\"),\n'tis" : "I am " + user);
      bench.writes(user, "Nowhere");
      bench.writes(user, "city");
    }
  }

  @Test
  void acceptedAnswersOfAFormComeOldestFirst() {
    List<JsonObject> rows = ask("'shortcode':'READ01'").objects("rows");

    assertThat(rows.stream().map(row -> row.text("user_id") + " " + row.text("ref")))
        .containsExactly(
            "ana name", "ana region", "ben name", "ben region", "carla name", "carla region");
    assertThat(rows.getFirst().write())
        .startsWith(
            "{\"user_id\":\"ana\",\"ref\":\"name\",\"response\":\"I am ana\",\"value\":\"I am ana\","
                + "\"shortcode\":\"READ01\",\"parent_shortcode\":\"READ01\",\"version\":1,\"accepted\":true,");
  }

  @Test
  void refusedAnswersComeWhenAskedForWithTheirReason() {
    List<JsonObject> rows = ask("'shortcode':'READ01','accepted':false").objects("rows");

    assertThat(rows).hasSize(3);
    assertThat(rows.getFirst().text("response")).isEqualTo("Nowhere");
    assertThat(rows.getFirst().text("reason")).isEqualTo("invalid");
    assertThat(rows.getFirst().has("value")).isFalse();
  }

  @Test
  void oneParticipantsAnswersCanBeAskedFor() {
    assertThat(ask("'user_id':'ben'").objects("rows")).hasSize(2);
    assertThat(ask("'user_id':'ben','shortcode':'READ01'").objects("rows")).hasSize(2);
    assertThat(ask("'user_id':'nobody'").code()).isEqualTo("PARTICIPANT_NOT_FOUND");
    assertThat(ask("'user_id':'ben','shortcode':'NO'").code()).isEqualTo("FORM_NOT_FOUND");
  }

  @Test
  void formOrParticipantMustBeNamed() {
    Answer answer = ask("'format':'csv'");

    assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
    assertThat(answer.text()).contains("Missing field: shortcode.");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void sinceIsIsoOrMilliseconds(boolean iso) {
    List<JsonObject> all = ask("'shortcode':'READ01'").objects("rows");
    String timestamp = String.valueOf(all.get(2).get("timestamp")).replaceAll("[^0-9]", "");
    String since = iso ? "'" + UtcText.write(Long.parseLong(timestamp)) + "'" : timestamp;

    assertThat(ask("'shortcode':'READ01','since':" + since).objects("rows")).hasSize(4);
    assertThat(ask("'user_id':'ben','since':" + since).objects("rows")).hasSize(2);
  }

  @Test
  void csvIsSafeForSpreadsheetsAndLosesNothing() {
    JsonObject data = ask("'user_id':'ben','format':'csv'").data();

    assertThat(data.text("csv"))
        .startsWith(
            "user_id,ref,response,value,shortcode,parent_shortcode,accepted,reason,timestamp\r\n"
                + "ben,name,\"'=HYPERLINK(\"\"x\"\"),\n'tis\",")
        .endsWith("\r\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 6, 7})
  void pagesOfAnyLengthJoinToTheWhole(int limit) {
    String whole = String.valueOf(ask("'shortcode':'READ01','format':'csv'").data().text("csv"));
    StringBuilder joined = new StringBuilder();
    List<Integer> counts = new ArrayList<>();

    String cursor = "";
    while (cursor != null) {
      Answer page = ask("'shortcode':'READ01','format':'csv','limit':" + limit + cursor);
      joined.append(page.data().text("csv"));
      counts.add(page.number("count"));
      String next = page.data().text("next_cursor");
      cursor = next == null ? null : ",'cursor':'" + next + "'";
    }

    assertThat(joined.toString()).isEqualTo(whole);
    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(6);
  }

  @Test
  void aTamperedCursorIsInvalid() {
    String cursor =
        String.valueOf(ask("'shortcode':'READ01','limit':1").data().text("next_cursor"));
    String other = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);

    assertThat(ask("'shortcode':'READ01','cursor':'" + other + "'").code())
        .isEqualTo("INVALID_CURSOR");
    assertThat(ask("'shortcode':'READ01','cursor':'x'").code()).isEqualTo("INVALID_CURSOR");
    assertThat(ask("'shortcode':'READ01','accepted':false,'cursor':'" + cursor + "'").code())
        .isEqualTo("INVALID_CURSOR");
  }

  @ParameterizedTest
  @MethodSource("dev.baton.survey.command.Forgery#places")
  void aForgedCursorIsInvalid(List<String> place) {
    assertThat(
            forged(
                JsonObject.builder().put("page_id", PAGE).put("shortcode", "READ01").build(),
                place))
        .isEqualTo("INVALID_CURSOR");
    assertThat(
            forged(JsonObject.builder().put("page_id", PAGE).put("user_id", "ben").build(), place))
        .isEqualTo("INVALID_CURSOR");
  }

  private String forged(JsonObject input, List<String> place) {
    String body = Forgery.with(SurveyResponsesDefinition.DEFINITION, input, place);
    return bench.call(new SurveyResponsesHandler(bench.wiring()), ADA, body).code();
  }

  private Answer ask(String more) {
    String body = ("{'page_id':'" + PAGE + "'," + more + "}").replace('\'', '"');
    return bench.call(new SurveyResponsesHandler(bench.wiring()), ADA, body);
  }
}
