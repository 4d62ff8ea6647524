package dev.baton.survey.list;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;

/** What {@code survey-list} answers. */
final class SurveyListOutput {
  private static final FieldType FORM =
      FieldType.nested(
          SurveyOutputs.PAGE_ID,
          SurveyOutputs.SHORTCODE,
          SurveyOutputs.text("title", "Title of the newest version."),
          SurveyOutputs.VERSION.described("Number of the newest version."),
          Field.required(
              "versions",
              FieldType.listOf(
                  SurveyOutputs.VERSION,
                  SurveyOutputs.number("imported_at", "When it was imported.")),
              "The newest twenty versions, the newest first."),
          Field.required(
              "counts",
              new FieldType.MapOf(FieldType.count()),
              "Participants by state; states without participants are left out."),
          SurveyOutputs.someNumber(
              "oldest_wait", "When the wait of the longest waiting participant was armed."));

  static final Shape SHAPE =
      Shape.of(
          Field.required("forms", FieldType.listOf(FORM), "Forms by page and name."),
          SurveyOutputs.truth("counts_complete", "Whether every participant was counted."),
          SurveyFields.NEXT_CURSOR);

  private SurveyListOutput() {}
}
