package dev.baton.survey.command;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.survey.core.participant.State;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields that several survey commands answer. Ids and texts come from Messenger and from
 * authors, so nothing is promised about their characters. Times are milliseconds since 1970.
 */
public final class SurveyOutputs {
  private static final FieldType TEXT = new FieldType.FreeText();

  private static final List<String> STATES = Stream.of(State.values()).map(State::name).toList();

  /** The page. */
  public static final Field PAGE_ID = text("page_id", "Id of the Facebook page.");

  /** The participant. */
  public static final Field USER_ID = text("user_id", "Page-scoped id of the participant.");

  /** The form. */
  public static final Field SHORTCODE = text("shortcode", "Name of the form on its page.");

  /** The form's version. */
  public static final Field VERSION =
      Field.required("version", FieldType.count(), "Version of the form.");

  /** The participant's state. */
  public static final Field STATE = state("state", "State of the participant.");

  /** The participant's turn. */
  public static final Field TURN =
      Field.required("turn", FieldType.count(), "Number of the participant's last turn.");

  /** What the linter says, at most the first thousand. */
  public static final Field FINDINGS =
      Field.required(
          "findings",
          FieldType.listOf(
              text("code", "Stable code of the finding."),
              text("severity", "How bad it is: error, warning or info."),
              text("path", "JSON pointer into the form."),
              Field.optional("ref", TEXT, "Ref of the field it is about."),
              text("message", "What is found."),
              text("suggestion", "What would be right.")),
          "What the linter says.");

  /** How many findings there are when not all are shown. */
  public static final Field FINDINGS_TOTAL =
      Field.optional(
          "findings_total", FieldType.count(), "Number of all findings when not all are shown.");

  private SurveyOutputs() {}

  /** A text that is always there. */
  public static Field text(String name, String description) {
    return Field.required(name, TEXT, description);
  }

  /** A text that may be there. */
  public static Field someText(String name, String description) {
    return Field.optional(name, TEXT, description);
  }

  /** A number of 0 or more that is always there. */
  public static Field number(String name, String description) {
    return Field.required(name, FieldType.count(), description);
  }

  /** A number of 0 or more that may be there. */
  public static Field someNumber(String name, String description) {
    return Field.optional(name, FieldType.count(), description);
  }

  /** A truth value that is always there. */
  public static Field truth(String name, String description) {
    return Field.required(name, new FieldType.Truth(), description);
  }

  /** A state of a participant. */
  public static Field state(String name, String description) {
    return Field.required(name, new FieldType.Choice(STATES), description);
  }
}
