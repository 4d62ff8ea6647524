package dev.baton.survey.core.form.lint;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Severity;

/**
 * A code of the linter with a small form that earns it and one that nearly does.
 *
 * @param code the code
 * @param severity its severity
 * @param bad the form that earns it once
 * @param good the form that does not
 * @param path where it points
 * @param message what it says
 * @param options the options of both forms
 */
record LintCase(
    String code,
    Severity severity,
    Json bad,
    Json good,
    String path,
    String message,
    FormOptions options) {

  static LintCase error(String code, FormText bad, FormText good, String path, String message) {
    return error(code, bad.build(), good.build(), path, message);
  }

  static LintCase error(String code, Json bad, Json good, String path, String message) {
    return new LintCase(code, Severity.ERROR, bad, good, path, message, FormOptions.DEFAULT);
  }

  static LintCase warning(String code, FormText bad, FormText good, String path, String message) {
    return new LintCase(
        code, Severity.WARNING, bad.build(), good.build(), path, message, FormOptions.DEFAULT);
  }

  LintCase with(FormOptions others) {
    return new LintCase(code, severity, bad, good, path, message, others);
  }

  @Override
  public String toString() {
    return code + ": " + message;
  }
}
