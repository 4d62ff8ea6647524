package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.Stitch;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.Template;
import org.jspecify.annotations.Nullable;

/** Compiles which form follows. Source: survey spec §4.2. */
final class Stitches {
  private Stitches() {}

  static @Nullable Stitch of(FieldReading field) {
    Settings stitch = field.settings().inside("stitch");
    Template form = stitch.template("form");
    if (form == null || form.source().isBlank()) {
      field.error(
          "stitch-missing",
          "the stitch names no form",
          "Write stitch: {form: the shortcode of the next form}.");
      return null;
    }
    JsonTemplate metadata = stitch.get("metadata");
    if (metadata != null && !(metadata instanceof ObjectTemplate)) {
      field.warning(
          "ignored-setting",
          "stitch.metadata " + Settings.quoted(metadata) + " is no object and has no effect",
          "Write names and values.");
    }
    return new Stitch(form, stitch.inside("metadata").object());
  }
}
