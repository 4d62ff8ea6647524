package dev.baton.survey.handoffs;

import dev.baton.shell.command.Arguments;
import dev.baton.survey.command.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Which handoffs are asked for.
 *
 * @param pageId the page
 * @param shortcode only of this form, or null
 * @param userId only of this participant, or null
 * @param target only to this app, or null
 * @param outcome only with this end, or null
 * @param since only started from then on, milliseconds since 1970
 * @param until only started until then
 * @param listing which part of the list
 */
record SurveyHandoffsInput(
    String pageId,
    @Nullable String shortcode,
    @Nullable String userId,
    @Nullable String target,
    @Nullable String outcome,
    long since,
    long until,
    Listing listing) {

  /** The outcome of a record that has none yet. */
  static final String OPEN = "open";

  static SurveyHandoffsInput of(Arguments arguments) {
    Long since = arguments.moment("since");
    Long until = arguments.moment("until");
    return new SurveyHandoffsInput(
        arguments.requiredText("page_id"),
        arguments.text("shortcode"),
        arguments.text("user_id"),
        arguments.text("target_app_id"),
        arguments.text("outcome"),
        since == null ? 0 : since,
        until == null ? Long.MAX_VALUE : until,
        Listing.of(SurveyHandoffsDefinition.DEFINITION.name(), arguments));
  }
}
