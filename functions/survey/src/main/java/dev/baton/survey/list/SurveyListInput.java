package dev.baton.survey.list;

import dev.baton.shell.command.Arguments;
import dev.baton.survey.command.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Which forms are asked for.
 *
 * @param pageId the page; null for all pages of the caller
 * @param listing which part of the list
 */
record SurveyListInput(@Nullable String pageId, Listing listing) {

  static SurveyListInput of(Arguments arguments) {
    return new SurveyListInput(
        arguments.text("page_id"), Listing.of(SurveyListDefinition.DEFINITION.name(), arguments));
  }
}
