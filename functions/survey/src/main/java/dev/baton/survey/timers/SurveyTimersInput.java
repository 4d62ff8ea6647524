package dev.baton.survey.timers;

import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.CommandDefinition;
import dev.baton.shell.command.InputField;
import dev.baton.shell.command.InputSchema;
import dev.baton.shell.command.InputType;
import dev.baton.survey.command.Listing;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.command.SurveyFields;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which timers are meant, and whether they fire.
 *
 * @param pageId the page
 * @param userId only of this participant, or null
 * @param kind only of this kind, or null
 * @param fires whether due timers are fired, or only listed
 * @param force whether timers that are not due yet fire too; only with a user
 * @param listing which participants
 */
record SurveyTimersInput(
    String pageId,
    @Nullable String userId,
    @Nullable TimerKind kind,
    boolean fires,
    boolean force,
    Listing listing) {
  private static final String FIRE = "fire";

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
          "survey-timers",
          "Runs the due timers of a page's participants by hand, or only shows all that are set with their lateness.",
          List.of(
              SurveyErrors.PAGE_NOT_FOUND,
              SurveyErrors.PARTICIPANT_NOT_FOUND,
              ErrorCodes.INVALID_CURSOR,
              ErrorCodes.CONFLICT),
          InputSchema.of(
              SurveyFields.PAGE_ID,
              SurveyFields.SOME_USER_ID,
              SurveyFields.TIMER_KIND,
              InputField.choice("action", List.of("list", FIRE), "Show timers or fire due ones.")
                  .mandatory(),
              InputField.optional(
                  "force",
                  new InputType.Truth(),
                  "Fire what is not due yet too; needs action fire and user_id."),
              SurveyFields.LIMIT,
              SurveyFields.CURSOR));

  static SurveyTimersInput of(Arguments arguments) {
    String kind = arguments.text("kind");
    return new SurveyTimersInput(
        arguments.requiredText("page_id"),
        arguments.text("user_id"),
        kind == null ? null : TimerKind.of(kind),
        arguments.requiredText("action").equals(FIRE),
        arguments.truth("force", false),
        Listing.of(DEFINITION.name(), arguments));
  }
}
