package dev.baton.survey.timers;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;

/** What {@code survey-timers} answers. */
final class SurveyTimersOutput {
  private static final FieldType TIMER =
      FieldType.nested(
          SurveyOutputs.USER_ID,
          SurveyOutputs.text("kind", "wait, followup or retry."),
          SurveyOutputs.number("due", "When it fires."),
          SurveyOutputs.number("round", "The turn that set it."),
          SurveyOutputs.number("lateness_ms", "Milliseconds since it was due, else 0."),
          SurveyOutputs.someText("result", "What firing it did."),
          SurveyOutputs.someText("state", "The participant's state afterwards."),
          SurveyOutputs.someNumber("turn", "The participant's turn afterwards."));

  static final Shape SHAPE =
      Shape.of(
          Field.required("timers", FieldType.listOf(TIMER), "Timers by participant."),
          SurveyFields.NEXT_CURSOR);

  private SurveyTimersOutput() {}
}
