package dev.baton.survey.command;

import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputType;
import java.util.List;

/** The fields that several survey commands take. Source: survey specification, sections 1 and 8. */
public final class SurveyFields {

  /** Rows of a page of a list when the caller does not say. */
  public static final int USUAL_LIMIT = 50;

  /** The page. */
  public static final InputField PAGE_ID =
      InputField.requiredText("page_id", 128, "Id of the Facebook page.");

  /** The participant. */
  public static final InputField USER_ID =
      InputField.requiredText("user_id", 128, "Page-scoped id of the participant.");

  /** A participant, if the list is about one. */
  public static final InputField SOME_USER_ID =
      InputField.text("user_id", 128, "Page-scoped id of one participant.");

  /** The form's name. */
  public static final InputField SHORTCODE =
      new InputField(
          "shortcode",
          new InputType.Text(1, 64, "[A-Za-z0-9_-]+"),
          false,
          "Name of the form on its page.");

  /** How many rows. */
  public static final InputField LIMIT =
      InputField.optional("limit", new InputType.Whole(1, 200), "Rows to return, 50 by default.");

  /** Where to go on. */
  public static final InputField CURSOR =
      InputField.text("cursor", 4_096, "The next_cursor of the page before.");

  /** From when on. */
  public static final InputField SINCE =
      InputField.optional("since", new InputType.Moment(), "Only from this time on.");

  /** Until when. */
  public static final InputField UNTIL =
      InputField.optional("until", new InputType.Moment(), "Only up to this time.");

  /** The kinds of timers. */
  public static final InputField TIMER_KIND =
      InputField.choice("kind", List.of("wait", "followup", "retry"), "Only timers of this kind.");

  private SurveyFields() {}
}
