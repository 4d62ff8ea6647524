package dev.baton.survey.import_;

import static dev.baton.survey.command.CommandBench.ADA;
import static dev.baton.survey.command.CommandBench.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.command.Answer;
import dev.baton.survey.command.CommandBench;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Forms of a megabyte made to keep the linter busy: all are answered within the time of the
 * function.
 */
@ExtendWith(DynamoDbLocal.class)
class HostileFormIT {
  private static final Duration TIME_OF_THE_FUNCTION = Duration.ofSeconds(20);
  private static final int LONGEST_ANSWER = 5_000_000;

  private final CommandBench bench;

  HostileFormIT(DynamoDbClient client) {
    this.bench = new CommandBench(client);
  }

  @Test
  void thousandsOfDeadReferences() {
    refused(
        8_000,
        number -> question(number, "{{field:" + "dead".repeat(10) + number + "}}"),
        number -> null);
  }

  @Test
  void thousandsOfDeadJumps() {
    refused(5_000, number -> question(number, "Q"), number -> jump(number, "dead" + number));
  }

  @Test
  void everyQuestionLeadsToEveryThird() {
    answered(
        2_500, number -> question(number, "Q"), number -> jump(number, "q" + (number * 7 % 2_500)));
  }

  @Test
  void aChainOfBackwardJumps() {
    answered(
        2_500,
        number -> question(number, "Q"),
        number -> jump(number, "q" + Math.max(0, number - 1)));
  }

  @Test
  void thousandsOfPlaceholdersInOneTitle() {
    answered(1, number -> question(number, "{{hidden:a}} ".repeat(60_000)), number -> null);
  }

  @Test
  void statementsWithoutEnd() {
    answered(
        4_000, number -> statement(number), number -> number == 3_999 ? jump(number, "q0") : null);
  }

  @Test
  void conditionsNestedAsDeepAsJsonMayBe() {
    Json condition = Json.of(true);
    for (int depth = 0; depth < 10; depth++) {
      condition =
          JsonObject.builder()
              .put("op", "and")
              .put("vars", JsonArray.of(condition, condition))
              .build();
    }
    Json whole = condition;
    answered(10, number -> question(number, "Q"), number -> jump(number, "q1", whole));
  }

  @Test
  void oneEndlessDescription() {
    answered(
        1,
        number -> described("{\"type\":\"wait\",\"x\":\"" + "y".repeat(900_000) + "\"}"),
        number -> null);
    answered(1, number -> described("a: ".repeat(300_000)), number -> null);
    answered(1, number -> described("&a [" + "*a,".repeat(20_000) + "]"), number -> null);
    answered(1, number -> described("[".repeat(900_000)), number -> null);
  }

  private void refused(
      int count, IntFunction<JsonObject> field, IntFunction<@Nullable JsonObject> logic) {
    assertThat(send(count, field, logic).code()).isEqualTo("FORM_INVALID");
  }

  private void answered(
      int count, IntFunction<JsonObject> field, IntFunction<@Nullable JsonObject> logic) {
    assertThat(send(count, field, logic).status()).isIn(200, 422);
  }

  private Answer send(
      int count, IntFunction<JsonObject> field, IntFunction<@Nullable JsonObject> logic) {
    List<Json> fields = new ArrayList<>();
    List<Json> rules = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      fields.add(field.apply(number));
      JsonObject rule = logic.apply(number);
      if (rule != null) {
        rules.add(rule);
      }
    }
    JsonObject form =
        JsonObject.builder()
            .put("fields", new JsonArray(fields))
            .put("logic", new JsonArray(rules))
            .build();
    assertThat(form.write().length()).isLessThan(1024 * 1024);
    String body =
        JsonObject.builder()
            .put("page_id", PAGE)
            .put("shortcode", "H")
            .put("form", form)
            .build()
            .write();
    SurveyImportHandler handler = new SurveyImportHandler(bench.wiring());
    // The processor's time, because other tests share the machine.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    Answer answer = bench.call(handler, ADA, body);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun))
        .isLessThan(TIME_OF_THE_FUNCTION);
    assertThat(answer.text().length()).isLessThan(LONGEST_ANSWER);
    return answer;
  }

  private static JsonObject question(int number, String title) {
    return JsonObject.builder()
        .put("ref", "q" + number)
        .put("type", "short_text")
        .put("title", title)
        .build();
  }

  private static JsonObject statement(int number) {
    return JsonObject.builder()
        .put("ref", "q" + number)
        .put("type", "statement")
        .put("title", "Q")
        .build();
  }

  private static JsonObject described(String description) {
    return JsonObject.builder()
        .put("ref", "q")
        .put("type", "statement")
        .put("title", "Q")
        .put("properties", JsonObject.builder().put("description", description).build())
        .build();
  }

  private static JsonObject jump(int from, String to) {
    return jump(
        from, to, JsonObject.builder().put("op", "always").put("vars", JsonArray.EMPTY).build());
  }

  private static JsonObject jump(int from, String to, Json condition) {
    JsonObject target = JsonObject.builder().put("type", "field").put("value", to).build();
    JsonObject action =
        JsonObject.builder()
            .put("action", "jump")
            .put("details", JsonObject.builder().put("to", target).build())
            .put("condition", condition)
            .build();
    return JsonObject.builder()
        .put("type", "field")
        .put("ref", "q" + from)
        .put("actions", JsonArray.of(action))
        .build();
  }
}
