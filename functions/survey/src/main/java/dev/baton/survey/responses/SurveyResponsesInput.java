package dev.baton.survey.responses;

import dev.baton.shell.command.Arguments;
import dev.baton.survey.command.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Which answers are asked for; a shortcode, a user or both must be named.
 *
 * @param pageId the page
 * @param shortcode the form, or null
 * @param userId the participant, or null
 * @param since only answers given from then on, milliseconds since 1970
 * @param accepted whether accepted answers are asked for, or those that were not
 * @param csv whether as CSV
 * @param listing which part of the list
 */
record SurveyResponsesInput(
    String pageId,
    @Nullable String shortcode,
    @Nullable String userId,
    long since,
    boolean accepted,
    boolean csv,
    Listing listing) {

  static SurveyResponsesInput of(Arguments arguments) {
    Long since = arguments.moment("since");
    return new SurveyResponsesInput(
        arguments.requiredText("page_id"),
        arguments.text("shortcode"),
        arguments.text("user_id"),
        since == null ? 0 : since,
        arguments.truth("accepted"),
        arguments.requiredText("format").equals("csv"),
        Listing.of(SurveyResponsesDefinition.DEFINITION.name(), arguments));
  }
}
