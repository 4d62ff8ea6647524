package dev.baton.survey.list;

import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.survey.command.Listing;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which forms are asked for.
 *
 * @param pageId the page; null for all pages of the caller
 * @param listing which part of the list
 */
record SurveyListInput(@Nullable String pageId, Listing listing) {

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
          "survey-list",
          "Lists the forms of the caller's pages with their versions and how many participants are in which state.",
          List.of(SurveyErrors.PAGE_NOT_FOUND, ErrorCodes.INVALID_CURSOR),
          InputSchema.of(
              InputField.text("page_id", 128, "Only forms of this page."),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR));

  static SurveyListInput of(Arguments arguments) {
    return new SurveyListInput(arguments.text("page_id"), Listing.of(DEFINITION.name(), arguments));
  }
}
