package dev.baton.survey.show;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyOutputs;

/** What {@code survey-show} answers. */
final class SurveyShowOutput {
  private static final FieldType FIELD =
      FieldType.nested(
          SurveyOutputs.number("position", "Place in the form, from 0."),
          SurveyOutputs.text("ref", "The author's name of the field."),
          SurveyOutputs.text("type", "Type of the field."),
          SurveyOutputs.text("title", "What is asked or said."),
          SurveyOutputs.text("conduct", "What the field does."),
          Field.optional("wait", FieldType.object(), "What it waits for."),
          Field.optional("handoff", FieldType.object(), "Whom it hands to, step by step."),
          Field.optional("stitch", FieldType.object(), "Which form goes on after it."),
          Field.required(
              "calculations",
              FieldType.listOf(FieldType.object()),
              "What is calculated after its answer."),
          Field.required(
              "jumps",
              FieldType.listOf(FieldType.object()),
              "Where to go after its answer, the first that holds."));

  static final Shape SHAPE =
      Shape.of(
          SurveyOutputs.PAGE_ID,
          SurveyOutputs.SHORTCODE,
          SurveyOutputs.VERSION,
          SurveyOutputs.text("title", "Title of the form."),
          SurveyOutputs.number("imported_at", "When it was imported."),
          Field.required("fields", FieldType.listOf(FIELD), "The fields as compiled."),
          SurveyOutputs.FINDINGS,
          SurveyOutputs.FINDINGS_TOTAL,
          Field.required(
              "source", FieldType.object(), "What was imported: form, messages, options."));

  private SurveyShowOutput() {}
}
