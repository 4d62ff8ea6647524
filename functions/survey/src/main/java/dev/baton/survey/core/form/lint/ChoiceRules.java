package dev.baton.survey.core.form.lint;

import dev.baton.core.json.JsonBoolean;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.compile.FieldSource;
import dev.baton.survey.core.problem.Location;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Buttons that people cannot read or tell apart, and settings of choices that Messenger cannot
 * show.
 */
final class ChoiceRules implements Rule {
  private static final int LONGEST_LABEL = 20;

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      if (field.type().hasChoices()) {
        checkLabels(field, form);
        checkSettings(form.source(field), form);
      }
    }
  }

  private static void checkLabels(Field field, Inspection form) {
    Location at = form.source(field).location().member("properties").member("choices");
    Map<String, String> folded = new HashMap<>();
    for (String label : field.acceptance().labels()) {
      if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
        form.say(
            at.warning(
                "choice-too-long",
                "choice '" + label + "' has more than 20 characters, and the rest is not shown",
                "Write a shorter choice, and explain it in the question."));
      }
      String equal = folded.putIfAbsent(fold(label), label);
      if (equal != null) {
        form.say(
            at.warning(
                "choice-ambiguous",
                "choices '" + equal + "' and '" + label + "' are the same when typed",
                "Write choices that differ in more than case and blanks."));
      }
    }
  }

  private static void checkSettings(FieldSource source, Inspection form) {
    Location at = source.location().member("properties");
    if (isSet(source, "allow_multiple_selection")) {
      form.say(
          at.member("allow_multiple_selection")
              .warning(
                  "multiple-selection",
                  "several choices are allowed, but one tap is the answer",
                  "Ask for one choice, or use several yes/no questions."));
    }
    if (isSet(source, "randomize")) {
      form.say(
          at.member("randomize")
              .warning(
                  "randomize-ignored",
                  "choices are always shown in the order of the form",
                  "Switch the setting off."));
    }
  }

  private static boolean isSet(FieldSource source, String property) {
    return source.properties().get(property) instanceof JsonBoolean(boolean value) && value;
  }

  private static String fold(String label) {
    String composed = Normalizer.normalize(label.strip(), Normalizer.Form.NFC);
    return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }
}
