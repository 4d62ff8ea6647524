package dev.baton.survey.status;

import dev.baton.shell.command.Arguments;

/**
 * Whose status is asked for.
 *
 * @param pageId the page
 * @param userId the participant
 */
record SurveyStatusInput(String pageId, String userId) {

  static SurveyStatusInput of(Arguments arguments) {
    return new SurveyStatusInput(
        arguments.requiredText("page_id"), arguments.requiredText("user_id"));
  }
}
