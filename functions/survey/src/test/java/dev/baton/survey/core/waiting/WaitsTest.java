package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Placeholders;
import dev.baton.survey.core.values.Reference;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The grammar of waits, survey specification §5.1, §5.2. */
class WaitsTest {
  private static final Wait FIVE_MINUTES =
      new Wait.Timeout(new TimeSetting.After(5 * Trees.MINUTE));

  @Test
  void leavesAndCombinationsAreRead() {
    Json pattern = Trees.object("type", Json.of("pay:done"));

    Wait wait =
        Trees.parsed(
            Trees.or(
                Trees.timeout("5m"),
                Trees.and(Trees.signal(pattern), Trees.message(), Trees.returned("999", null))));

    assertThat(wait)
        .isEqualTo(
            new Wait.Combined(
                Wait.Operator.OR,
                List.of(
                    FIVE_MINUTES,
                    new Wait.Combined(
                        Wait.Operator.AND,
                        List.of(
                            new Wait.External(JsonTemplate.constant(pattern)),
                            new Wait.UserMessage(),
                            new Wait.HandoffReturn(
                                JsonTemplate.constant(Json.of("999")), null))))));
    assertThat(wait.leaves()).hasSize(4).first().isEqualTo(FIVE_MINUTES);
  }

  @Test
  void aReturnIsWrittenInThreeWays() {
    JsonObject value = Trees.object("status", Json.of("done"));
    JsonObject external =
        Trees.signal(
            JsonObject.builder()
                .put("type", "handoff_return")
                .put("target_app_id", new JsonNumber("999"))
                .put("status", "done")
                .build());
    JsonTemplate target = JsonTemplate.constant(new JsonNumber("999"));

    assertThat(Trees.parsed(external))
        .isEqualTo(new Wait.HandoffReturn(target, JsonTemplate.constant(value)));
    assertThat(Trees.parsed(Trees.returned("9", value)))
        .isEqualTo(
            new Wait.HandoffReturn(
                JsonTemplate.constant(Json.of("9")), JsonTemplate.constant(value)));
    assertThat(Trees.parsed(Trees.object("type", Json.of("handover"), "value", value)))
        .isEqualTo(new Wait.HandoffReturn(null, JsonTemplate.constant(value)));
    assertThat(Trees.parsed(Trees.object("type", Json.of("handover"))))
        .isEqualTo(new Wait.HandoffReturn(null, null));
  }

  @Test
  void anExternalWithoutPatternIsAnySignal() {
    assertThat(Trees.parsed(Trees.object("type", Json.of("external"))))
        .isEqualTo(new Wait.External(JsonTemplate.constant(JsonObject.EMPTY)));
  }

  @Test
  void otherMembersArePassedOver() {
    JsonObject json =
        JsonObject.builder()
            .put("type", "timeout")
            .put("value", "5m")
            .put("notifyPermission", true)
            .build();

    assertThat(Trees.parse(json).problems()).isEmpty();
    assertThat(Trees.parsed(json)).isEqualTo(FIVE_MINUTES);
  }

  @ParameterizedTest
  @CsvSource({"5m, 300000", "1 hour 30 minutes, 5400000"})
  void durationsCountFromArming(String text, long milliseconds) {
    assertThat(time(Json.of(text))).isEqualTo(new TimeSetting.After(milliseconds));
    assertThat(time(Trees.object("type", Json.of("relative"), "timeout", Json.of(text))))
        .isEqualTo(new TimeSetting.After(milliseconds));
  }

  @Test
  void instantsAreFixed() {
    TimeSetting.At march = new TimeSetting.At(Instant.parse("2026-03-01T08:00:00Z").toEpochMilli());

    assertThat(time(Json.of("2026-03-01T08:00"))).isEqualTo(march);
    assertThat(
            time(Trees.object("type", Json.of("absolute"), "timeout", Json.of("2026-03-01 08:00"))))
        .isEqualTo(march);
  }

  @Test
  void namedTimesComeFromTheOptions() {
    assertThat(time(variable("short"))).isEqualTo(new TimeSetting.After(5 * Trees.MINUTE));
    assertThat(time(variable("later"))).isEqualTo(new TimeSetting.After(60 * Trees.MINUTE));
    assertThat(time(variable("fixed")))
        .isEqualTo(new TimeSetting.At(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli()));
  }

  @Test
  void aTimeoutWithoutValueIsEmpty() {
    assertThat(Trees.parse(Trees.object("type", Json.of("timeout"))).problems())
        .extracting(Problem::code, Problem::fact)
        .containsExactly(tuple("wait-empty", "a timeout has no value"));
  }

  @Test
  void timesWithPlaceholdersAreReadLater() {
    Placeholders placeholders = Placeholders.protect("{{hidden:t}}");
    JsonObject json =
        Trees.object("type", Json.of("timeout"), "value", new JsonNumber("9000001000000"));
    JsonTemplate template =
        Objects.requireNonNull(placeholders.compile(json, Trees.DESCRIPTION).value());

    Wait wait =
        Objects.requireNonNull(Waits.parse(template, Trees.RULES, Trees.DESCRIPTION).value());

    assertThat(wait)
        .isEqualTo(
            new Wait.Timeout(
                new TimeSetting.Inserted(Objects.requireNonNull(template.get("value")))));
    assertThat(wait.references()).containsExactly(new Reference.Hidden("t"));
  }

  @Test
  void allReferencesOfAWaitAreFound() {
    JsonTemplate hidden = template("{{hidden:a}}");
    JsonTemplate field = template("{{field:b}}");
    Wait wait =
        new Wait.Combined(
            Wait.Operator.AND,
            List.of(
                new Wait.External(hidden),
                new Wait.HandoffReturn(template("{{hidden:c}}"), field),
                new Wait.HandoffReturn(null, null),
                new Wait.UserMessage(),
                FIVE_MINUTES));

    assertThat(wait.references())
        .containsExactly(
            new Reference.Hidden("a"), new Reference.Hidden("c"), new Reference.Field("b"));
  }

  @Test
  void timeAloneEndsSomeWaits() {
    JsonObject time = Trees.timeout("5m");

    assertThat(Trees.parsed(time).endsByTime()).isTrue();
    assertThat(Trees.parsed(Trees.message()).endsByTime()).isFalse();
    assertThat(Trees.parsed(Trees.signal(JsonObject.EMPTY)).endsByTime()).isFalse();
    assertThat(Trees.parsed(Trees.returned(null, null)).endsByTime()).isFalse();
    assertThat(Trees.parsed(Trees.or(Trees.message(), time)).endsByTime()).isTrue();
    assertThat(Trees.parsed(Trees.or(Trees.message(), Trees.message())).endsByTime()).isFalse();
    assertThat(Trees.parsed(Trees.and(Trees.message(), time)).endsByTime()).isFalse();
    assertThat(Trees.parsed(Trees.and(time, time)).endsByTime()).isTrue();
  }

  private static TimeSetting time(Json value) {
    return ((Wait.Timeout) Trees.parsed(Trees.object("type", Json.of("timeout"), "value", value)))
        .time();
  }

  private static String fact(Json value) {
    List<Problem> problems =
        Trees.parse(Trees.object("type", Json.of("timeout"), "value", value)).problems();
    assertThat(problems).extracting(Problem::code).containsExactly("wait-bad-duration");
    return problems.getFirst().fact();
  }

  private static JsonObject variable(String name) {
    return Trees.object("variable", Json.of(name));
  }

  private static JsonTemplate template(String text) {
    return Objects.requireNonNull(
        Placeholders.protect("").compile(Json.of(text), Trees.DESCRIPTION).value());
  }

  private static Json leaves(int count) {
    Json[] leaves = new Json[count];
    Arrays.fill(leaves, Trees.message());
    return Trees.or(leaves);
  }
}
