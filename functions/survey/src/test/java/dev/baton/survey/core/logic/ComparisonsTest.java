package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of operators, survey specification §4.6. Cells: texts in quotes, other JSON as it is.
 */
class ComparisonsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'banana', 'nan', true, false, false",
        "'banana', 'ban', true, true, false",
        "'banana', 'ana', true, false, true",
        "'banana', 'banana', true, true, true",
        "'banana', 'NAN', false, false, false",
        "'banana', 'apple', false, false, false",
        "'caf\u00e9', 'e\u0301', true, false, true",
        "'cafe\u0301', 'caf\u00e9', true, true, true",
        "125, '2', true, false, false",
        "125, 12, true, true, false",
        "'a5', 5, true, false, true",
        "true, 'tru', true, true, false",
        "' x', 'x', true, false, true",
        "missing, 'x', false, false, false",
        "'', 'x', false, false, false",
        "'x', '', false, false, false",
        "'x', missing, false, false, false",
        "missing, missing, false, false, false",
      })
  void textsAreSearched(String left, String right, boolean contains, boolean begins, boolean ends) {
    assertThat(holds(Operator.CONTAINS, left, right)).isEqualTo(contains);
    assertThat(holds(Operator.NOT_CONTAINS, left, right)).isEqualTo(!contains);
    assertThat(holds(Operator.BEGINS_WITH, left, right)).isEqualTo(begins);
    assertThat(holds(Operator.ENDS_WITH, left, right)).isEqualTo(ends);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "5, 6, -1",
        "6, 6, 0",
        "6, '6.0', 0",
        "'7', 6, 1",
        "\"'1,000'\", 999, 1",
        "-1, 0.5, -1",
        "'\u0667', '6', 1"
      })
  void numbersAreOrdered(String left, String right, int order) {
    assertThat(holds(Operator.GREATER_THAN, left, right)).isEqualTo(order > 0);
    assertThat(holds(Operator.GREATER_EQUAL_THAN, left, right)).isEqualTo(order >= 0);
    assertThat(holds(Operator.LOWER_THAN, left, right)).isEqualTo(order < 0);
    assertThat(holds(Operator.LOWER_EQUAL_THAN, left, right)).isEqualTo(order <= 0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "missing, 6",
        "6, missing",
        "null, 6",
        "'', 6",
        "'many', 6",
        "6, 'many'",
        "true, 0",
        "'> 5', 5",
        "missing, missing",
      })
  void whatIsNoNumberHasNoOrder(String left, String right) {
    assertThat(
            List.of(
                holds(Operator.GREATER_THAN, left, right),
                holds(Operator.GREATER_EQUAL_THAN, left, right),
                holds(Operator.LOWER_THAN, left, right),
                holds(Operator.LOWER_EQUAL_THAN, left, right)))
        .containsOnly(false);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "'2026-03-01', '2026-03-01', 0",
        "'2026-03-01T10:00', '2026-03-01', 0",
        "'2026-02-28', '2026-03-01', -1",
        "'2026-03-01', '2025-12-31', 1",
      })
  void datesAreOrdered(String left, String right, int order) {
    assertThat(holds(Operator.ON, left, right)).isEqualTo(order == 0);
    assertThat(holds(Operator.NOT_ON, left, right)).isEqualTo(order != 0);
    assertThat(holds(Operator.EARLIER_THAN, left, right)).isEqualTo(order < 0);
    assertThat(holds(Operator.EARLIER_THAN_OR_ON, left, right)).isEqualTo(order <= 0);
    assertThat(holds(Operator.LATER_THAN, left, right)).isEqualTo(order > 0);
    assertThat(holds(Operator.LATER_THAN_OR_ON, left, right)).isEqualTo(order >= 0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "missing, '2026-03-01'",
        "'2026-03-01', missing",
        "'soon', '2026-03-01'",
        "'2026-03-01', 'soon'",
        "20260301, 20260301",
        "missing, missing"
      })
  void whatIsNoDateHasNoOrder(String left, String right) {
    assertThat(
            List.of(
                holds(Operator.ON, left, right),
                holds(Operator.EARLIER_THAN, left, right),
                holds(Operator.EARLIER_THAN_OR_ON, left, right),
                holds(Operator.LATER_THAN, left, right),
                holds(Operator.LATER_THAN_OR_ON, left, right)))
        .containsOnly(false);
    assertThat(holds(Operator.NOT_ON, left, right)).isTrue();
  }

  @Test
  void datesAreReadInTheFormatOfTheField() {
    Condition iso = condition(Operator.ON, field("born"), constant("2026-12-31"));
    Condition written = condition(Operator.ON, constant("31/12/2026"), field("born"));
    Condition plain = condition(Operator.ON, field("text"), constant("2026-12-31"));

    assertThat(Conditions.holds(iso, Forms.answering("born", "31/12/2026"))).isTrue();
    assertThat(Conditions.holds(iso, Forms.answering("born", "2026-12-31"))).isTrue();
    assertThat(Conditions.holds(iso, Forms.answering("born", "12/31/2026"))).isFalse();
    assertThat(Conditions.holds(written, Forms.answering("born", "31/12/2026"))).isTrue();
    assertThat(Conditions.holds(plain, Forms.answering("text", "31/12/2026"))).isFalse();
  }

  @Test
  void numbersAreReadInTheLocaleOfTheField() {
    Condition condition =
        condition(
            Operator.GREATER_THAN, field("german"), new Operand.Constant(new JsonNumber("2")));
    Condition swapped =
        condition(Operator.LOWER_THAN, new Operand.Constant(new JsonNumber("2")), field("german"));

    assertThat(Conditions.holds(condition, Forms.answering("german", "2,5"))).isTrue();
    assertThat(Conditions.holds(swapped, Forms.answering("german", "2,5"))).isTrue();
    assertThat(Conditions.holds(condition, Forms.answering("german", "2.5"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorIsFoundByItsWord(Operator operator) {
    assertThat(Operator.of(operator.word())).isEqualTo(operator);
    assertThat(Operator.of(operator.name())).isNull();
  }

  @Test
  void twoOperatorsHaveTwoWords() {
    assertThat(Operator.of("equal")).isEqualTo(Operator.IS);
    assertThat(Operator.of("not_equal")).isEqualTo(Operator.IS_NOT);
    assertThat(Operator.of("same")).isNull();
    assertThat(Operator.LOWER_EQUAL_THAN.word()).isEqualTo("lower_equal_than");
  }

  private static boolean holds(Operator operator, String left, String right) {
    Json constant = Forms.cell(right);
    Operand other = constant == null ? new Operand.Hidden("gone") : new Operand.Constant(constant);
    return Conditions.holds(
        condition(operator, new Operand.Hidden("h"), other), Forms.hidden(Forms.cell(left)));
  }

  private static Condition condition(Operator operator, Operand left, Operand right) {
    return new Condition.Comparison(operator, left, right);
  }

  private static Operand constant(String text) {
    return new Operand.Constant(Json.of(text));
  }

  private static Operand field(String ref) {
    return new Operand.Field(ref, Objects.requireNonNull(Forms.NAMES.fields().get(ref)));
  }
}
