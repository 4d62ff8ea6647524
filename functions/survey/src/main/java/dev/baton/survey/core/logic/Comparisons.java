package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Dates;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.Values;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Evaluates comparisons. Source: survey specification §4.6, table of operators. */
final class Comparisons {
  private Comparisons() {}

  static boolean holds(Condition.Comparison comparison, Values values) {
    Operand left = comparison.left();
    Operand right = comparison.right();
    Json leftValue = left.value(values);
    Json rightValue = right.value(values);
    return switch (comparison.operator()) {
      case IS -> Equality.equal(left, leftValue, right, rightValue);
      case IS_NOT -> !Equality.equal(left, leftValue, right, rightValue);
      case CONTAINS -> contains(leftValue, rightValue);
      case NOT_CONTAINS -> !contains(leftValue, rightValue);
      case BEGINS_WITH -> beginsWith(leftValue, rightValue);
      case ENDS_WITH -> endsWith(leftValue, rightValue);
      case GREATER_THAN -> numbers(left, leftValue, right, rightValue).orElse(0) > 0;
      case GREATER_EQUAL_THAN -> numbers(left, leftValue, right, rightValue).orElse(-1) >= 0;
      case LOWER_THAN -> numbers(left, leftValue, right, rightValue).orElse(0) < 0;
      case LOWER_EQUAL_THAN -> numbers(left, leftValue, right, rightValue).orElse(1) <= 0;
      case ON -> dates(left, leftValue, right, rightValue).orElse(1) == 0;
      case NOT_ON -> dates(left, leftValue, right, rightValue).orElse(1) != 0;
      case EARLIER_THAN -> dates(left, leftValue, right, rightValue).orElse(0) < 0;
      case EARLIER_THAN_OR_ON -> dates(left, leftValue, right, rightValue).orElse(1) <= 0;
      case LATER_THAN -> dates(left, leftValue, right, rightValue).orElse(0) > 0;
      case LATER_THAN_OR_ON -> dates(left, leftValue, right, rightValue).orElse(-1) >= 0;
    };
  }

  private static boolean contains(@Nullable Json text, @Nullable Json part) {
    return text != null && part != null && normal(text).contains(normal(part));
  }

  private static boolean beginsWith(@Nullable Json text, @Nullable Json part) {
    return text != null && part != null && normal(text).startsWith(normal(part));
  }

  private static boolean endsWith(@Nullable Json text, @Nullable Json part) {
    return text != null && part != null && normal(text).endsWith(normal(part));
  }

  private static String normal(Json value) {
    return Normalizer.normalize(
        value instanceof JsonText(String text) ? text : value.write(), Normalizer.Form.NFC);
  }

  /** The order of two numbers; empty when one is missing or no number. */
  private static OptionalInt numbers(
      Operand left, @Nullable Json leftValue, Operand right, @Nullable Json rightValue) {
    BigDecimal leftNumber = Numbers.read(leftValue, left.locale());
    BigDecimal rightNumber = leftNumber == null ? null : Numbers.read(rightValue, right.locale());
    return leftNumber == null || rightNumber == null
        ? OptionalInt.empty()
        : OptionalInt.of(leftNumber.compareTo(rightNumber));
  }

  /**
   * The order of two dates; empty when one has no date reading. A format of one side also reads the
   * other.
   */
  private static OptionalInt dates(
      Operand left, @Nullable Json leftValue, Operand right, @Nullable Json rightValue) {
    LocalDate leftDate = date(left, leftValue, right);
    LocalDate rightDate = date(right, rightValue, left);
    return leftDate == null || rightDate == null
        ? OptionalInt.empty()
        : OptionalInt.of(leftDate.compareTo(rightDate));
  }

  private static @Nullable LocalDate date(Operand operand, @Nullable Json value, Operand other) {
    return value instanceof JsonText(String text)
        ? Dates.read(text, operand.dateFormat(), other.dateFormat())
        : null;
  }
}
