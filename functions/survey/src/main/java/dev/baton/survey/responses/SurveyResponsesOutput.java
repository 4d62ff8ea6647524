package dev.baton.survey.responses;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;
import java.util.List;

/** What {@code survey-responses} answers. */
final class SurveyResponsesOutput {
  private static final FieldType ROW =
      FieldType.nested(
          SurveyOutputs.USER_ID,
          SurveyOutputs.text("ref", "The author's name of the field."),
          SurveyOutputs.text("response", "What was said."),
          Field.optional("value", new FieldType.Anything(), "What it was understood as."),
          SurveyOutputs.SHORTCODE,
          SurveyOutputs.text("parent_shortcode", "The form that the form belongs to."),
          SurveyOutputs.VERSION,
          SurveyOutputs.truth("accepted", "Whether it counted."),
          SurveyOutputs.someText("reason", "Why it did not count."),
          SurveyOutputs.number("timestamp", "When it was said."));

  static final Shape SHAPE =
      Shape.of(
          Field.required("format", new FieldType.Choice(List.of("json", "csv")), "How rows come."),
          Field.optional("rows", FieldType.listOf(ROW), "The answers, with format json."),
          SurveyOutputs.someText("csv", "The answers as RFC 4180 text, with format csv."),
          SurveyOutputs.number("count", "Number of answers here."),
          SurveyFields.NEXT_CURSOR);

  private SurveyResponsesOutput() {}
}
