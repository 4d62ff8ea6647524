package dev.baton.survey.import_;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.command.SurveyOutputs;

/** What callers need to know of {@code survey-import}. */
final class SurveyImportDefinition {

  private static final int LARGEST_FORM = 1024 * 1024;
  private static final int LARGEST_REST = 256 * 1024;
  // Room for a form sent as text, whose quotes are escaped.
  private static final int LARGEST_BODY = 3 * 512 * 1024;

  private static final JsonObject EXAMPLE =
      JsonObject.builder()
          .put("page_id", "1000000000001")
          .put("shortcode", "reading")
          .put(
              "form",
              JsonObject.builder()
                  .put("title", "Reading")
                  .put(
                      "fields",
                      JsonArray.of(
                          JsonObject.builder()
                              .put("id", "q1")
                              .put("ref", "name")
                              .put("title", "What is your name?")
                              .put("type", "short_text")
                              .build()))
                  .build())
          .put("check_only", true)
          .build();

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "survey-import",
              "Imports a form as a new version, or reports everything that is wrong with it and imports nothing.")
          .taking(ExecutionTime.SLOW)
          .repeatable()
          .errors(SurveyErrors.PAGE_NOT_FOUND, SurveyErrors.FORM_INVALID)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(Exposure.EVERYWHERE)
          .largestBody(LARGEST_BODY)
          .input(
              SurveyFields.PAGE_ID,
              SurveyFields.SHORTCODE.mandatory(),
              Field.required(
                  "form",
                  new FieldType.Document(LARGEST_FORM),
                  "The Typeform form, an object or its JSON text, at most 1 MiB."),
              Field.optional(
                  "messages",
                  new FieldType.FreeObject(LARGEST_REST),
                  "The form's messages, at most 256 KiB; form.custom_messages when left out."),
              Field.optional(
                  "options",
                  new FieldType.FreeObject(LARGEST_REST),
                  "timezone, closes_at, follow_up_after, timeouts, compatibility."),
              Field.optional(
                  "page_settings",
                  new FieldType.Nested(SettingsChange.SHAPE),
                  "Settings of the page; what is left out stays as it is."),
              Field.optional("check_only", new FieldType.Truth(), "Only check, write nothing.")
                  .orElse(false),
              Field.optional("strict", new FieldType.Truth(), "Refuse the form for warnings too.")
                  .orElse(false))
          .output(
              SurveyOutputs.PAGE_ID,
              SurveyOutputs.SHORTCODE,
              SurveyOutputs.someNumber("version", "Number of the stored version."),
              SurveyOutputs.text("title", "Title of the form, at most 300 characters."),
              SurveyOutputs.number("fields", "Number of its fields."),
              SurveyOutputs.FINDINGS,
              SurveyOutputs.FINDINGS_TOTAL,
              SurveyOutputs.text("link", "Link that starts the form."))
          .example("Check a form without storing it", EXAMPLE)
          .build();

  private SurveyImportDefinition() {}
}
