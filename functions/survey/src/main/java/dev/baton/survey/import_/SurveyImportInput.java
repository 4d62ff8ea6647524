package dev.baton.survey.import_;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an author brings.
 *
 * @param pageId the page
 * @param shortcode the form's name on it
 * @param form the Typeform form, an object or a text that holds one
 * @param messages the form's own sentences; null when they are in the form
 * @param options the import's options; null for none
 * @param settings what is set for the page; null for nothing
 * @param checkOnly whether nothing is to be written
 * @param strict whether warnings refuse the import too
 */
record SurveyImportInput(
    String pageId,
    String shortcode,
    Json form,
    @Nullable JsonObject messages,
    @Nullable JsonObject options,
    @Nullable SettingsChange settings,
    boolean checkOnly,
    boolean strict) {
  private static final int LARGEST_FORM = 1024 * 1024;
  private static final int LARGEST_REST = 256 * 1024;
  // Room for a form sent as text, whose quotes are escaped.
  private static final int LARGEST_BODY = 3 * 512 * 1024;

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "survey-import",
              "Imports a form as a new version, or reports everything that is wrong with it and imports nothing.",
              List.of(SurveyErrors.PAGE_NOT_FOUND, SurveyErrors.FORM_INVALID),
              InputSchema.of(
                  SurveyFields.PAGE_ID,
                  SurveyFields.SHORTCODE.mandatory(),
                  InputField.optional(
                          "form",
                          new InputType.Document(LARGEST_FORM),
                          "The Typeform form, an object or its JSON text.")
                      .mandatory(),
                  InputField.optional(
                      "messages",
                      new InputType.FreeObject(LARGEST_REST),
                      "The form's messages; form.custom_messages by default."),
                  InputField.optional(
                      "options",
                      new InputType.FreeObject(LARGEST_REST),
                      "timezone, closes_at, follow_up_after, timeouts, compatibility."),
                  InputField.optional(
                      "page_settings",
                      new InputType.Nested(SettingsChange.SCHEMA),
                      "Settings of the page; what is left out stays as it is."),
                  InputField.optional(
                      "check_only", new InputType.Truth(), "Only check, write nothing."),
                  InputField.optional(
                      "strict", new InputType.Truth(), "Refuse the form for warnings too.")))
          .withLargestBody(LARGEST_BODY);

  static SurveyImportInput of(Arguments arguments) {
    JsonObject settings = arguments.object("page_settings");
    Json form = arguments.value("form");
    return new SurveyImportInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("shortcode"),
        form == null ? JsonNull.NULL : form,
        arguments.object("messages"),
        arguments.object("options"),
        settings == null ? null : SettingsChange.of(new Arguments(settings)),
        arguments.truth("check_only", false),
        arguments.truth("strict", false));
  }
}
