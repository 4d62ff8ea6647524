package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a participant writes, every condition is true or false. Source: survey specification
 * §4.6, §9.
 */
class TotalEvaluationTest {
  private static final List<String> NASTY =
      List.of(
          "ok: [smile",
          "{",
          "@",
          "'tis",
          "> 5",
          "",
          " ",
          "\u0000",
          "\ud800",
          "\udc00\ud800",
          "null",
          "true",
          "[x]",
          "{{hidden:id}}",
          "-",
          "+",
          ".",
          "1e999999999",
          "\u0661\u0662",
          "\u2212",
          "\u066b",
          "2026-02-30",
          "2026-03-01",
          "31/12/2026",
          "//",
          "\\_",
          "%",
          "\uffff",
          "\ud83d\ude00",
          "1,234",
          "x".repeat(20_000),
          "9".repeat(20_000),
          "[".repeat(20_000),
          "\ud800".repeat(20_000),
          ",".repeat(20_000),
          "-".repeat(20_000));

  private static final List<Acceptance> FIELDS =
      List.of(
          new Acceptance.AnyText(),
          new Acceptance.DateText(new DateFormat(DateFormat.Order.DDMMYYYY, "")),
          new Acceptance.NumberIn(true, null, null, NumberLocale.of("fr")),
          new Acceptance.Email(),
          new Acceptance.Phone("DE"),
          new Acceptance.OneOf(List.of("City", "x"), true),
          new Acceptance.YesNo(),
          new Acceptance.Legal(),
          new Acceptance.Scale(1, 10),
          new Acceptance.Upload(null),
          new Acceptance.Anything(),
          new Acceptance.Optin(),
          new Acceptance.Nothing());

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorAnswersForEveryText(Operator operator) {
    SplittableRandom random = new SplittableRandom(20_261_121);
    List<Operand> operands = operands(random);
    for (int round = 0; round < 1_000; round++) {
      String seed = "seed 20261121, round " + round;
      Values values = values(nasty(random), nasty(random));
      Condition condition =
          new Condition.Comparison(operator, pick(random, operands), pick(random, operands));

      boolean holds = Conditions.holds(condition, values);

      assertThat(Conditions.holds(condition, values)).as(seed).isEqualTo(holds);
    }
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void negationsAreOpposites(Operator operator) {
    Operator opposite = opposite(operator);
    SplittableRandom random = new SplittableRandom(7);
    List<Operand> operands = operands(random);
    for (int round = 0; round < 300; round++) {
      Values values = values(nasty(random), nasty(random));
      Operand left = pick(random, operands);
      Operand right = pick(random, operands);

      assertThat(Conditions.holds(new Condition.Comparison(opposite, left, right), values))
          .as("seed 7, round " + round)
          .isEqualTo(
              operator != opposite
                  ^ Conditions.holds(new Condition.Comparison(operator, left, right), values));
    }
  }

  @Test
  void equalityIsSymmetric() {
    SplittableRandom random = new SplittableRandom(11);
    List<Operand> operands = operands(random);
    for (int round = 0; round < 3_000; round++) {
      Values values = values(nasty(random), nasty(random));
      Operand left = pick(random, operands);
      Operand right = pick(random, operands);

      assertThat(Conditions.holds(new Condition.Comparison(Operator.IS, left, right), values))
          .as("seed 11, round " + round)
          .isEqualTo(Conditions.holds(new Condition.Comparison(Operator.IS, right, left), values));
    }
  }

  @Test
  void everyFieldReadsEveryText() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 2_000; round++) {
      String text = nasty(random);
      for (Acceptance field : FIELDS) {
        Reply reply = random.nextBoolean() ? new Reply.Text(text) : new Reply.Tap(text);
        Reading reading = field.read(reply);

        assertThat(field.read(reply)).as("seed 13, round " + round).isEqualTo(reading);
        if (reading instanceof Reading.Accepted(String response, Json value)) {
          assertThat(field.read(new Reply.Text(response))).isEqualTo(reading);
        }
      }
    }
  }

  @Test
  void calculationsNeverFailLoudly() {
    SplittableRandom random = new SplittableRandom(17);
    Values values = values("1", "2");
    for (int round = 0; round < 3_000; round++) {
      Calculation calculation =
          new Calculation(
              pick(random, List.of(Calculation.Operation.values())),
              "v",
              pick(random, operands(random)),
              new Condition.Always());
      values = values(nasty(random), nasty(random)).withVariables(values.variables());

      Left left = Logic.leave(new FieldLogic(List.of(calculation), List.of()), values);

      values = values.withVariables(left.variables());
      assertThat(String.valueOf(left.variables().get("v")))
          .as("seed 17, round " + round)
          .hasSizeLessThan(700);
    }
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case IS -> Operator.IS_NOT;
      case IS_NOT -> Operator.IS;
      case CONTAINS -> Operator.NOT_CONTAINS;
      case NOT_CONTAINS -> Operator.CONTAINS;
      case ON -> Operator.NOT_ON;
      case NOT_ON -> Operator.ON;
      case BEGINS_WITH,
          ENDS_WITH,
          GREATER_THAN,
          GREATER_EQUAL_THAN,
          LOWER_THAN,
          LOWER_EQUAL_THAN,
          EARLIER_THAN,
          EARLIER_THAN_OR_ON,
          LATER_THAN,
          LATER_THAN_OR_ON ->
          operator;
    };
  }

  private static List<Operand> operands(SplittableRandom random) {
    List<Json> constants =
        List.of(
            Json.of(nasty(random)),
            Json.of(true),
            JsonNull.NULL,
            new JsonNumber("6"),
            new JsonNumber("1e999999999"),
            new JsonNumber("-0.0"),
            JsonArray.EMPTY,
            JsonObject.EMPTY);
    return List.of(
        new Operand.Field("text", FieldTraits.PLAIN),
        new Operand.Field("consent", new FieldTraits(true, NumberLocale.EN_US, null, Map.of())),
        new Operand.Field(
            "born",
            new FieldTraits(
                false,
                NumberLocale.of("de"),
                new DateFormat(DateFormat.Order.MMDDYYYY, "/"),
                Map.of())),
        new Operand.Hidden("h"),
        new Operand.Hidden("gone"),
        new Operand.Variable("v"),
        new Operand.Constant(pick(random, constants)),
        new Operand.Constant(pick(random, constants)));
  }

  private static Values values(String one, String two) {
    StoredAnswer first = new StoredAnswer(one, Json.of(one));
    StoredAnswer second = new StoredAnswer(two, Json.of(two));
    return new Values(
        "1",
        5,
        Map.of("h", Json.of(two)),
        Map.of("text", first, "consent", second, "born", first),
        Map.of("v", Json.of(one)));
  }

  /** One of the nasty texts, a piece of one, or two joined. */
  private static String nasty(SplittableRandom random) {
    String text = pick(random, NASTY);
    return switch (random.nextInt(4)) {
      case 0 -> text.substring(random.nextInt(text.length() + 1));
      case 1 -> pick(random, NASTY) + text.substring(0, Math.min(50, text.length()));
      default -> text;
    };
  }

  private static <T> T pick(SplittableRandom random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
