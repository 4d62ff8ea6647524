package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.MessageShape;

/** Messages without text, or with more than the platform takes. */
final class TextRules implements Rule {
  private static final int LONGEST = 2_000;

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      if (sendsTitle(field)) {
        checkTitle(field, form);
      }
    }
  }

  private static boolean sendsTitle(Field field) {
    return !(field.shape() instanceof MessageShape.Attachment
        || field.shape() instanceof MessageShape.Utility);
  }

  private static void checkTitle(Field field, Inspection form) {
    if (form.source(field).title().isBlank()) {
      form.say(
          form.source(field)
              .titleLocation()
              .error("empty-title", "the message has no text", "Write what people should read."));
    }
    int length = field.title().fixedLength();
    if (length > LONGEST) {
      form.say(
          form.source(field)
              .titleLocation()
              .error(
                  "text-too-long",
                  "the text has " + length + " characters, and a message takes 2000",
                  field.type() == FieldType.STATEMENT
                      ? "Write two statements."
                      : "Put a statement with the first part before it."));
    }
  }
}
