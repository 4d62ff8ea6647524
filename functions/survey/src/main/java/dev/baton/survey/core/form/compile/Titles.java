package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.text.Template;

/** Compiles the text of a field's message. Source: survey spec §4.2 and §4.5. */
final class Titles {
  private static final Template NOTHING = Template.constant("");

  private Titles() {}

  static Template of(FieldReading field) {
    String written = field.source().title().replace("\\_", "_");
    String title = field.type() == FieldType.THANKYOU_SCREEN ? firstLine(written) : written;
    Template template = field.take(Template.parse(title, field.source().titleLocation()));
    return template == null ? NOTHING : template;
  }

  private static String firstLine(String title) {
    return title.strip().lines().findFirst().orElse("");
  }
}
