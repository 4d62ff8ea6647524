package dev.baton.survey.show;

import dev.baton.shell.command.Arguments;

/**
 * Which form is asked for.
 *
 * @param pageId the page
 * @param shortcode the form
 * @param version the version; 0 for the newest
 */
record SurveyShowInput(String pageId, String shortcode, int version) {

  static SurveyShowInput of(Arguments arguments) {
    Long version = arguments.number("version");
    return new SurveyShowInput(
        arguments.requiredText("page_id"),
        arguments.requiredText("shortcode"),
        version == null ? 0 : Math.toIntExact(version));
  }
}
