package dev.baton.survey.responses;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static dev.baton.survey.command.CommandBench.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.survey.import_.SurveyImportHandler;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A participant who writes as much as Messenger lets through, in the most expensive letters. */
@ExtendWith(DynamoDbLocal.class)
class HeavyResponsesIT {
  private static final int MOST_OF_LAMBDA = 6_000_000;

  private final CommandBench bench;

  HeavyResponsesIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "csv"})
  void noAnswerPassesTheLimitOfLambdaAndNoneIsLost(String format) {
    bench.call(new SurveyImportHandler(bench.wiring()), ADA, form("F", "x").build().write()).data();
    for (int user = 0; user < 40; user++) {
      bench.opens("user" + user, "form.F");
      bench.writes("user" + user, user + "\u0001".repeat(19_990));
    }

    int seen = 0;
    String cursor = "";
    while (cursor != null) {
      Answer page = ask("\"limit\":200,\"format\":\"" + format + "\"" + cursor);
      assertThat(escapedLength(page.text())).isLessThan(MOST_OF_LAMBDA);
      seen += page.number("count");
      String next = page.data().text("next_cursor");
      cursor = next == null ? null : ",\"cursor\":\"" + next + "\"";
    }

    assertThat(seen).isEqualTo(40);
  }

  private Answer ask(String more) {
    return bench.call(
        new SurveyResponsesHandler(bench.wiring()),
        ADA,
        "{\"page_id\":\"" + PAGE + "\",\"shortcode\":\"F\"," + more + "}");
  }

  private static int escapedLength(String body) {
    return Json.of(body).write().length();
  }
}
