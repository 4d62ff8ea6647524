package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.values.DateFormat;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a date field writes dates from {@code structure} and {@code separator}. Source: survey
 * spec §4.6.
 */
final class DateFormats {
  private DateFormats() {}

  /** The format, or null when the field names none that is known; ISO dates read everywhere. */
  static @Nullable DateFormat of(FieldSource field) {
    String structure = field.properties().text("structure");
    String separator = field.properties().text("separator");
    for (DateFormat.Order order : DateFormat.Order.values()) {
      if (order.name().equals(structure)) {
        return new DateFormat(order, separator == null ? "/" : separator);
      }
    }
    return null;
  }
}
