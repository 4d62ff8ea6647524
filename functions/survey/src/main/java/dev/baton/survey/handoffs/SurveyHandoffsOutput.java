package dev.baton.survey.handoffs;

import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;

/** What {@code survey-handoffs} answers. */
final class SurveyHandoffsOutput {
  private static final FieldType DURATIONS =
      FieldType.nested(
          SurveyOutputs.number("p50", "Half took at most this."),
          SurveyOutputs.number("p90", "Nine of ten took at most this."),
          SurveyOutputs.number("p99", "All but one of a hundred took at most this."));

  private static final FieldType SUMMARY =
      FieldType.nested(
          SurveyOutputs.number("total", "Handoffs that match."),
          SurveyOutputs.number("open", "Those that have not ended."),
          SurveyOutputs.number("ended", "Those that have ended."),
          Field.required("outcomes", new FieldType.MapOf(FieldType.count()), "How many ended how."),
          Field.optional(
              "success_rate", new FieldType.Decimal(), "Share of the ended that returned."),
          Field.optional("duration_ms", DURATIONS, "Milliseconds from decision to end."),
          Field.required(
              "returned_keys",
              FieldType.listOf(
                  SurveyOutputs.text("key", "Name of a value that came back."),
                  SurveyOutputs.number("count", "How often it did.")),
              "The hundred most frequent names of returned values."),
          SurveyOutputs.truth("complete", "Whether every matching record was added up."));

  private static final FieldType NAMES = FieldType.listOf(new FieldType.FreeText());

  private static final FieldType FAULT =
      FieldType.nested(
          Field.optional("code", new FieldType.Anything(), "Code of the Graph API."),
          Field.optional("subcode", new FieldType.Anything(), "Subcode of the Graph API."),
          SurveyOutputs.text("message", "What it said."));

  private static final FieldType RECORD =
      FieldType.nested(
          SurveyOutputs.text("handoff_id", "Id of the handoff."),
          SurveyOutputs.PAGE_ID,
          SurveyOutputs.USER_ID,
          SurveyOutputs.SHORTCODE,
          SurveyOutputs.number("form_version", "Version of the form."),
          SurveyOutputs.text("ref", "The field that handed off."),
          SurveyOutputs.number("step", "Its step."),
          SurveyOutputs.text("target_app_id", "The app handed to."),
          SurveyOutputs.number("started_at", "When it was decided."),
          SurveyOutputs.someNumber("passed_at", "When the app got the conversation."),
          SurveyOutputs.someNumber("deadline", "When it ends by time."),
          SurveyOutputs.someNumber("ended_at", "When it ended."),
          SurveyOutputs.someNumber("duration_ms", "Milliseconds from decision to end."),
          SurveyOutputs.someNumber("control_ms", "Milliseconds the app had the conversation."),
          SurveyOutputs.someText("outcome", "How it ended; absent while it is open."),
          SurveyOutputs.someText("ended_by", "What ended it."),
          Field.optional("sent_keys", NAMES, "Names of the values that were sent."),
          SurveyOutputs.someNumber("pass_attempts", "How often it was passed."),
          Field.optional("error", FAULT, "Why passing failed."),
          Field.optional("returned_keys", NAMES, "Names of the values that came back."),
          SurveyOutputs.someNumber("returned_bytes", "Bytes that came back."),
          Field.optional("collisions", NAMES, "Names that were taken already."),
          SurveyOutputs.someText("metadata_error", "Why what came back could not be read."),
          Field.optional("take_error", FAULT, "Why taking the conversation back failed."),
          SurveyOutputs.someNumber("late_return_at", "When it returned after its end."));

  static final Shape SHAPE =
      Shape.of(
          Field.required("records", FieldType.listOf(RECORD), "Records, the oldest first."),
          Field.optional("summary", SUMMARY, "All that match, on the first page."),
          SurveyFields.NEXT_CURSOR);

  private SurveyHandoffsOutput() {}
}
