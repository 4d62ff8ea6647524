package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.values.StoredAnswer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of equality, survey specification §4.6. Cells: texts in quotes, other JSON as it is.
 */
class EqualityTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "missing, missing, true",
        "missing, null, true",
        "missing, '', true",
        "null, '', true",
        "null, '  ', true",
        "'', '\u00a0', true",
        "missing, 'x', false",
        "missing, 0, false",
        "missing, false, false",
        "null, 'null', false",
        "'', false, false",
        "'', 0, false",
        "6, 6, true",
        "6, 6.0, true",
        "6, 6e0, true",
        "6, '6', true",
        "6, '6.0', true",
        "6, ' 6 ', true",
        "6, '+6', true",
        "1234, \"'1,234'\", true",
        "42, '\u0664\u0662', true",
        "6, 7, false",
        "6, '7', false",
        "6, 'six', false",
        "6, '6 apples', false",
        "6, '0x6', false",
        "1, true, false",
        "0, false, false",
        "1, 'true', false",
        "true, true, true",
        "true, false, false",
        "false, false, true",
        "true, 'true', true",
        "true, 'TRUE', true",
        "true, ' True ', true",
        "false, 'False', true",
        "true, 'false', false",
        "false, 'true', false",
        "true, 'yes', false",
        "true, 'Yes', false",
        "true, '1', false",
        "'a', 'a', true",
        "'a', ' a ', true",
        "'a', 'A', false",
        "'a', 'b', false",
        "'05', '5', false",
        "'6', '6.0', false",
        "'caf\u00e9', 'cafe\u0301', true",
        "'null', 'null', true",
        "'[x]', '[x]', true",
        "'ok: [smile', 'ok: [smile', true",
        "'\ud800', '\ud800', true",
        "'\ud800', '\ud801', false",
      })
  void valuesAreEqualOrNot(String left, String right, boolean equal) {
    assertThat(holds("is", left, right)).isEqualTo(equal);
    assertThat(holds("equal", right, left)).isEqualTo(equal);
    assertThat(holds("is_not", left, right)).isEqualTo(!equal);
    assertThat(holds("not_equal", right, left)).isEqualTo(!equal);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Yes, true, true",
        "No, false, true",
        "I Accept, true, true",
        "I don't Accept, false, true",
        "Yes, false, false",
        "No, true, false",
        "I Accept, false, false",
        "I don't Accept, true, false",
        "Maybe, true, false",
        "Maybe, false, false",
        "Yes, 'Yes', true",
        "Yes, 'true', false",
        "Yes, 1, false",
        "true, true, true",
        "missing, false, false",
      })
  void yesNoAnswersAlsoReadAsBoolean(String answer, String constant, boolean equal) {
    String stored = answer.equals("missing") ? null : answer;
    Condition left = condition("is", Forms.field("consent"), Forms.constant(some(constant)));
    Condition right = condition("is", Forms.constant(some(constant)), Forms.field("consent"));

    assertThat(Conditions.holds(left, Forms.answering("consent", stored))).isEqualTo(equal);
    assertThat(Conditions.holds(right, Forms.answering("consent", stored))).isEqualTo(equal);
  }

  @Test
  void otherAnswersDoNot() {
    Condition condition = condition("is", Forms.field("text"), Forms.constant(Json.of(true)));

    assertThat(Conditions.holds(condition, Forms.answering("text", "Yes"))).isFalse();
    assertThat(Conditions.holds(condition, Forms.answering("text", "true"))).isTrue();
  }

  @Test
  void numbersOfAnswersAreReadInTheirLocale() {
    Condition condition = condition("is", Forms.field("german"), Forms.constant(Json.of(1234)));
    Condition swapped = condition("is", Forms.constant(Json.of(1234)), Forms.field("german"));

    assertThat(Conditions.holds(condition, Forms.answering("german", "1.234,0"))).isTrue();
    assertThat(Conditions.holds(swapped, Forms.answering("german", "1.234"))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("german", "1,234"))).isFalse();
  }

  @Test
  void theNumberOfANumericAnswerCountsBeforeItsText() {
    Condition condition = condition("is", Forms.field("text"), Forms.constant(Json.of(42)));
    StoredAnswer answer = new StoredAnswer("forty-two", Json.of(42));

    assertThat(Conditions.holds(condition, Forms.values(Map.of("text", answer), Map.of())))
        .isTrue();
  }

  @Test
  void structuresEqualOnlyThemselves() {
    Json object = JsonObject.builder().put("a", 1).build();

    assertThat(equalHidden(object, object)).isTrue();
    assertThat(equalHidden(object, JsonObject.EMPTY)).isFalse();
    assertThat(equalHidden(JsonArray.EMPTY, Json.of("[]"))).isFalse();
    assertThat(equalHidden(JsonArray.EMPTY, Json.of(true))).isFalse();
    assertThat(equalHidden(Json.of(true), JsonArray.EMPTY)).isFalse();
    assertThat(equalHidden(JsonArray.EMPTY, Json.of(1))).isFalse();
  }

  private static boolean equalHidden(Json left, Json right) {
    Condition condition =
        new Condition.Comparison(Operator.IS, new Operand.Hidden("h"), new Operand.Constant(right));
    return Conditions.holds(condition, Forms.hidden(left));
  }

  private static boolean holds(String operator, String left, String right) {
    Operator parsed = Objects.requireNonNull(Operator.of(operator));
    Json constant = Forms.cell(right);
    Operand other = constant == null ? new Operand.Hidden("gone") : new Operand.Constant(constant);
    Condition condition = new Condition.Comparison(parsed, new Operand.Hidden("h"), other);
    Json hidden = Forms.cell(left);
    return Conditions.holds(condition, Forms.hidden(hidden));
  }

  private static Json some(String cell) {
    return Objects.requireNonNull(Forms.cell(cell));
  }

  private static Condition condition(String operator, Json left, Json right) {
    return Objects.requireNonNull(
        Conditions.parse(Forms.condition(operator, left, right), Forms.NAMES, Forms.CONDITION)
            .value());
  }
}
