package dev.baton.survey.core.values;

/**
 * How a date field writes its answers.
 *
 * @param order the order of day, month and year
 * @param separator what stands between them, such as {@code /}; empty for fixed width
 */
public record DateFormat(Order order, String separator) {

  /** The order of the parts; named as forms name it. */
  public enum Order {
    /** 31/12/2026. */
    DDMMYYYY,
    /** 12/31/2026. */
    MMDDYYYY,
    /** 2026/12/31. */
    YYYYMMDD
  }
}
