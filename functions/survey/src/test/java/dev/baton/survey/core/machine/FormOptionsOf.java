package dev.baton.survey.core.machine;

import dev.baton.survey.core.form.FormOptions;

/** Options of forms in tests. */
final class FormOptionsOf {
  private FormOptionsOf() {}

  static FormOptions utc() {
    return FormOptions.DEFAULT;
  }

  static FormOptions closingAt(long time) {
    return new FormOptions(
        FormOptions.DEFAULT.timezone(),
        time,
        FormOptions.DEFAULT.followUpAfter(),
        FormOptions.DEFAULT.timeouts(),
        false);
  }
}
