package dev.baton.survey.import_;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.shell.command.Arguments;
import dev.baton.survey.core.machine.PageSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import sets for its page; null leaves a setting as it is, an empty text switches it off.
 *
 * @param defaultForm the form of those who come without a link
 * @param resetShortcode the form name that resets a tester
 * @param echoTag whether messages carry the id of their effect
 * @param manualTimers whether time moves waits only when an operator fires them
 */
record SettingsChange(
    @Nullable String defaultForm,
    @Nullable String resetShortcode,
    @Nullable Boolean echoTag,
    @Nullable Boolean manualTimers) {
  private static final FieldType NAME = FieldType.text(0, 64, "[A-Za-z0-9_-]*");
  private static final String MANUAL = "manual";

  static final Shape SHAPE =
      Shape.of(
          Field.optional(
              "default_form", NAME, "Form of those who come without a link; empty for none."),
          Field.optional(
              "reset_shortcode", NAME, "Form name that resets a tester; empty for none."),
          Field.optional(
              "echo_tag", new FieldType.Truth(), "Whether messages carry the id of their effect."),
          Field.choice(
              "timers", List.of("auto", MANUAL), "Whether waits end by time or by survey-timers."));

  static SettingsChange of(Arguments arguments) {
    String timers = arguments.text("timers");
    return new SettingsChange(
        arguments.text("default_form"),
        arguments.text("reset_shortcode"),
        arguments.value("echo_tag") == null ? null : arguments.truth("echo_tag"),
        timers == null ? null : timers.equals(MANUAL));
  }

  PageSettings apply(PageSettings before) {
    return new PageSettings(
        changed(defaultForm, before.defaultForm()),
        changed(resetShortcode, before.resetShortcode()),
        echoTag == null ? before.echoTag() : echoTag,
        manualTimers == null ? before.manualTimers() : manualTimers);
  }

  private static @Nullable String changed(@Nullable String asked, @Nullable String before) {
    if (asked == null) {
      return before;
    }
    return asked.isEmpty() ? null : asked;
  }
}
