package dev.baton.survey.command;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** The fields that several survey commands take. Source: survey specification, sections 1 and 8. */
public final class SurveyFields {

  /** What a form's name on its page may be. */
  public static final FieldType SHORTCODE_TEXT = FieldType.text(1, 64, "[A-Za-z0-9_-]+");

  /** The page. */
  public static final Field PAGE_ID =
      Field.requiredText("page_id", 128, "Id of the Facebook page.");

  /** The participant. */
  public static final Field USER_ID =
      Field.requiredText("user_id", 128, "Page-scoped id of the participant.");

  /** A participant, if the list is about one. */
  public static final Field SOME_USER_ID =
      Field.text("user_id", 128, "Page-scoped id of one participant.");

  /** The form's name. */
  public static final Field SHORTCODE =
      Field.optional("shortcode", SHORTCODE_TEXT, "Name of the form on its page.");

  /** How many rows. */
  public static final Field LIMIT =
      Field.optional("limit", new FieldType.Whole(1, 200), "Most rows to return.").orElse(50);

  /** Where to go on. */
  public static final Field CURSOR =
      Field.text("cursor", 4_096, "The next_cursor of the page before.");

  /** Where the next page begins. */
  public static final Field NEXT_CURSOR =
      Field.text("next_cursor", 4_096, "What to send as cursor for more; absent at the end.");

  /** From when on. */
  public static final Field SINCE =
      Field.optional("since", new FieldType.Moment(), "Only from this time on.");

  /** Until when. */
  public static final Field UNTIL =
      Field.optional("until", new FieldType.Moment(), "Only up to this time.");

  /** The kinds of timers. */
  public static final Field TIMER_KIND =
      Field.choice("kind", List.of("wait", "followup", "retry"), "Only timers of this kind.");

  private SurveyFields() {}
}
