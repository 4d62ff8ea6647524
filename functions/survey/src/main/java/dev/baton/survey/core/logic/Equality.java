package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Blanks;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.TruthLabels;
import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** When two values are equal. Source: survey specification §4.6, table of equality. */
final class Equality {
  private Equality() {}

  /** Missing, null and empty values come as null here. */
  static boolean equal(
      Operand left, @Nullable Json leftValue, Operand right, @Nullable Json rightValue) {
    if (leftValue == null || rightValue == null) {
      return leftValue == rightValue;
    }
    if (leftValue instanceof JsonNumber || rightValue instanceof JsonNumber) {
      return equalNumbers(
          Numbers.read(leftValue, left.locale()), Numbers.read(rightValue, right.locale()));
    }
    if (leftValue instanceof JsonBoolean(boolean truth)) {
      return reads(truth, right, rightValue);
    }
    if (rightValue instanceof JsonBoolean(boolean truth)) {
      return reads(truth, left, leftValue);
    }
    return leftValue instanceof JsonText(String leftText)
            && rightValue instanceof JsonText(String rightText)
        ? equalTexts(leftText, rightText)
        : leftValue.equals(rightValue);
  }

  private static boolean equalNumbers(@Nullable BigDecimal left, @Nullable BigDecimal right) {
    return left != null && right != null && left.compareTo(right) == 0;
  }

  /** Whether the value reads as that truth value. */
  private static boolean reads(boolean truth, Operand operand, Json value) {
    if (value instanceof JsonBoolean(boolean other)) {
      return truth == other;
    }
    if (!(value instanceof JsonText(String raw))) {
      return false;
    }
    String text = Blanks.strip(raw);
    return text.equalsIgnoreCase(Boolean.toString(truth))
        || (operand.readsAsBoolean() && TruthLabels.isLabelOf(truth, text));
  }

  private static boolean equalTexts(String left, String right) {
    return left.equals(right) || normal(left).equals(normal(right));
  }

  private static String normal(String text) {
    return Blanks.strip(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
