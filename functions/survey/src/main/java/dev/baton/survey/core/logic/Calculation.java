package dev.baton.survey.core.logic;

/**
 * A change of a variable when a field is left.
 *
 * @param operation what is done to the variable
 * @param variable its name
 * @param value with what
 * @param condition when
 */
public record Calculation(
    Operation operation, String variable, Operand value, Condition condition) {

  /** What a calculation does. Decimal arithmetic of 34 digits. */
  public enum Operation {
    /** Adds the value. */
    ADD,
    /** Subtracts the value. */
    SUBTRACT,
    /** Multiplies by the value. */
    MULTIPLY,
    /** Divides by the value. */
    DIVIDE,
    /** Becomes the value. */
    SET
  }
}
