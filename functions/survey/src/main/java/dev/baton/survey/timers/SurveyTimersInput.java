package dev.baton.survey.timers;

import dev.baton.shell.command.Arguments;
import dev.baton.survey.command.Listing;
import dev.baton.survey.core.participant.effect.TimerKind;
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
  /** The action that fires. */
  static final String FIRE = "fire";

  static SurveyTimersInput of(Arguments arguments) {
    String kind = arguments.text("kind");
    return new SurveyTimersInput(
        arguments.requiredText("page_id"),
        arguments.text("user_id"),
        kind == null ? null : TimerKind.of(kind),
        arguments.requiredText("action").equals(FIRE),
        arguments.truth("force"),
        Listing.of(SurveyTimersDefinition.DEFINITION.name(), arguments));
  }
}
