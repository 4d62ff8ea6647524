package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.Values;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decimal arithmetic of 34 digits on variables. Source: survey specification §4.6; IEEE 754
 * decimal128.
 */
final class Arithmetic {
  /** Beyond this exponent a result is no number that anything could use. */
  private static final int EXPONENT = 308;

  private Arithmetic() {}

  /**
   * Runs the calculation; false when it left the variable as it was. A variable that is not set
   * counts as 0.
   */
  static boolean run(Calculation calculation, Values values, Map<String, Json> variables) {
    Operand operand = calculation.value();
    BigDecimal value = Numbers.read(operand.value(values), operand.locale());
    Json current = variables.get(calculation.variable());
    BigDecimal number =
        current == null ? BigDecimal.ZERO : Numbers.read(current, NumberLocale.EN_US);
    BigDecimal result = value == null ? null : result(calculation.operation(), number, value);
    if (result == null || !isBounded(result)) {
      return false;
    }
    variables.put(calculation.variable(), Numbers.write(result));
    return true;
  }

  private static @Nullable BigDecimal result(
      Calculation.Operation operation, @Nullable BigDecimal number, BigDecimal value) {
    if (operation == Calculation.Operation.SET) {
      return value;
    }
    if (number == null) {
      return null;
    }
    return switch (operation) {
      case ADD -> number.add(value, MathContext.DECIMAL128);
      case SUBTRACT -> number.subtract(value, MathContext.DECIMAL128);
      case MULTIPLY -> number.multiply(value, MathContext.DECIMAL128);
      case DIVIDE -> value.signum() == 0 ? null : number.divide(value, MathContext.DECIMAL128);
      case SET -> value;
    };
  }

  private static boolean isBounded(BigDecimal number) {
    int exponent = number.precision() - number.scale();
    return Math.abs(exponent) <= EXPONENT && Math.abs(number.scale()) <= EXPONENT;
  }
}
