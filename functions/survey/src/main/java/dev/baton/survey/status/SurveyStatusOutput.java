package dev.baton.survey.status;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyOutputs;

/** What {@code survey-status} answers. */
final class SurveyStatusOutput {
  private static final FieldType TIMER =
      FieldType.nested(
          SurveyOutputs.number("due", "When it fires."),
          SurveyOutputs.number("round", "The turn that set it."));

  private static final FieldType QUESTION =
      FieldType.nested(
          SurveyOutputs.text("ref", "The author's name of the field."),
          SurveyOutputs.someText("type", "Type of the field."),
          SurveyOutputs.number("opened_at", "When it was asked."));

  private static final FieldType LEAF =
      FieldType.nested(
          SurveyOutputs.text("path", "JSON pointer into the tree."),
          SurveyOutputs.text("type", "What it waits for."),
          SurveyOutputs.truth("set", "Whether it has happened."),
          SurveyOutputs.someNumber("deadline", "When it ends by time."));

  private static final FieldType WAIT =
      FieldType.nested(
          Field.required("tree", new FieldType.Anything(), "What is waited for."),
          Field.required("leaves", FieldType.listOf(LEAF), "Its single conditions."),
          SurveyOutputs.number("since", "Events from then on count."),
          SurveyOutputs.number("armed_at", "When it was armed."),
          SurveyOutputs.someNumber("due", "When it ends by time."),
          SurveyOutputs.someNumber("round", "The turn that set its timer."),
          SurveyOutputs.truth("suspended", "Whether it is suspended."));

  private static final FieldType HANDOFF =
      FieldType.nested(
          SurveyOutputs.text("handoff_id", "Id of the handoff."),
          SurveyOutputs.number("step", "Its step."),
          SurveyOutputs.text("target_app_id", "The app handed to."),
          SurveyOutputs.number("started_at", "When it was decided."),
          SurveyOutputs.someNumber("passed_at", "When the app got the conversation."),
          SurveyOutputs.number("pass_attempts", "How often it was passed."),
          SurveyOutputs.truth("returned", "Whether it has come back."));

  private static final FieldType ERROR =
      FieldType.nested(
          SurveyOutputs.text("tag", "Whose error it is."),
          Field.optional("code", new FieldType.Anything(), "Its code."),
          SurveyOutputs.text("message", "What happened."),
          SurveyOutputs.number("ts", "When it happened."));

  private static final FieldType OUTBOX =
      FieldType.nested(
          SurveyOutputs.number("size", "Effects that are not sent yet."),
          SurveyOutputs.number("parked", "Effects that wait for an operator."),
          SurveyOutputs.someText("head", "The effect that is next."),
          SurveyOutputs.someNumber("attempts", "How often it was tried."));

  static final Shape SHAPE =
      Shape.of(
          SurveyOutputs.PAGE_ID,
          SurveyOutputs.USER_ID,
          SurveyOutputs.STATE,
          SurveyOutputs.truth("settled", "Whether everything decided has been sent."),
          SurveyOutputs.TURN,
          SurveyOutputs.someText("shortcode", "The form that runs."),
          SurveyOutputs.someText("parent_shortcode", "The form that it belongs to."),
          SurveyOutputs.someNumber("version", "Version of the form that runs."),
          SurveyOutputs.someNumber("started_at", "When it was started."),
          Field.optional("question", QUESTION, "The open question."),
          Field.optional("wait", WAIT, "The armed wait."),
          Field.optional("handoff", HANDOFF, "The open handoff."),
          Field.optional("error", ERROR, "What went wrong."),
          Field.optional(
              "fb_error_code", new FieldType.Anything(), "The code of a refusal of Messenger."),
          Field.optional("hidden", FieldType.object(), "Hidden values by name."),
          Field.optional("variables", FieldType.object(), "Variables by name."),
          Field.required(
              "forms_taken",
              FieldType.listOf(new FieldType.FreeText()),
              "Names of the forms taken before."),
          SurveyOutputs.someText("thread_owner", "The app that has the conversation."),
          Field.required("outbox", OUTBOX, "What is still to be sent."),
          Field.optional("retry", TIMER, "When sending is tried again."),
          Field.optional("follow_up", TIMER, "When the question is asked again."),
          SurveyOutputs.someNumber("updated_at", "When the participant was last written."));

  private SurveyStatusOutput() {}
}
