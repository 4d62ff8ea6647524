package dev.baton.survey.core.form;

import dev.baton.survey.core.values.Values;

/** What leaving a field comes to. Source: survey spec §4.6. */
final class Leaving {
  private Leaving() {}

  static Departure leave(Form form, Field field, Values values) {
    throw new UnsupportedOperationException("not yet " + form + field + values);
  }
}
