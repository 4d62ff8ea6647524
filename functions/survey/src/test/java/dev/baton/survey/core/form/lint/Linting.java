package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import java.util.List;

/** Short words for what tests ask of the linter. */
final class Linting {
  private Linting() {}

  static String is(String ref, String constant) {
    return """
    {"op":"is","vars":[{"type":"field","value":"%s"},{"type":"constant","value":%s}]}\
    """
        .formatted(ref, constant);
  }

  static String hidden(String name) {
    return """
    {"op":"is","vars":[{"type":"hidden","value":"%s"},{"type":"constant","value":"x"}]}\
    """
        .formatted(name);
  }

  static String suggestion(FormText text) {
    return findings(text).getFirst().suggestion();
  }

  static List<String> codes(FormText text) {
    return findings(text).stream().map(Finding::code).toList();
  }

  static List<String> messages(FormText text) {
    return findings(text).stream().map(Finding::message).toList();
  }

  static List<Finding> findings(FormText text) {
    return Forms.check(text.build()).findings();
  }
}
