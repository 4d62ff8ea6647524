package dev.baton.survey.import_;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.command.Arguments;
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
        arguments.truth("check_only"),
        arguments.truth("strict"));
  }
}
