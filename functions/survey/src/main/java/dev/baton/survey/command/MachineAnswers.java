package dev.baton.survey.command;

import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.survey.core.machine.Outcome;
import java.util.List;

/** What the machine refuses, as the answer of a command. */
public final class MachineAnswers {
  private static final List<ErrorCode> CODES =
      List.of(
          SurveyErrors.NO_SURVEY,
          SurveyErrors.BAD_EVENT,
          SurveyErrors.PARTICIPANT_BLOCKED,
          SurveyErrors.NOTHING_TO_RELEASE,
          SurveyErrors.FORM_NOT_FOUND,
          ErrorCodes.CONFLICT);

  private MachineAnswers() {}

  /**
   * The answer for a refusal.
   *
   * @throws IllegalStateException when the machine refuses with a code that no command declares
   */
  public static Refused refused(Outcome.Refused refusal) {
    for (ErrorCode code : CODES) {
      if (code.name().equals(refusal.code())) {
        return Refused.because(code, sentence(refusal.message()), suggestion(code));
      }
    }
    throw new IllegalStateException("No command declares the code " + refusal.code() + ".");
  }

  private static String sentence(String message) {
    return message.endsWith(".") ? message : message + ".";
  }

  private static String suggestion(ErrorCode code) {
    return switch (code.name()) {
      case "NO_SURVEY" -> "Send the signal once the participant has started a survey.";
      case "BAD_EVENT" -> "Send an event object with a text member type, such as payment:done.";
      case "PARTICIPANT_BLOCKED" -> "Call survey-release with action unblock first.";
      case "NOTHING_TO_RELEASE" -> "Call survey-status: nothing holds this participant.";
      case "FORM_NOT_FOUND" -> "Call survey-list for the page's forms.";
      default -> "Call survey-status, look again, and repeat with the turn it shows.";
    };
  }
}
