package dev.baton.survey.command;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.survey.core.form.Finding;
import java.util.List;

/**
 * The error codes of the survey commands and the answers made of them. Source: survey
 * specification, section 8.
 */
public final class SurveyErrors {

  /** No such page, or another owner's. */
  public static final ErrorCode PAGE_NOT_FOUND = new ErrorCode("PAGE_NOT_FOUND", 404, false);

  /** No such form or version on the page. */
  public static final ErrorCode FORM_NOT_FOUND = new ErrorCode("FORM_NOT_FOUND", 404, false);

  /** No such participant of the page. */
  public static final ErrorCode PARTICIPANT_NOT_FOUND =
      new ErrorCode("PARTICIPANT_NOT_FOUND", 404, false);

  /** A form that cannot be imported; all findings are in the details. */
  public static final ErrorCode FORM_INVALID = new ErrorCode("FORM_INVALID", 422, false);

  /** A signal for a participant in START. */
  public static final ErrorCode NO_SURVEY = new ErrorCode("NO_SURVEY", 409, false);

  /** A signal whose event cannot be used. */
  public static final ErrorCode BAD_EVENT = new ErrorCode("BAD_EVENT", 400, false);

  /** A participant whom an operator stopped. */
  public static final ErrorCode PARTICIPANT_BLOCKED =
      new ErrorCode("PARTICIPANT_BLOCKED", 409, false);

  /** A release of a participant whom nothing holds. */
  public static final ErrorCode NOTHING_TO_RELEASE =
      new ErrorCode("NOTHING_TO_RELEASE", 409, false);

  private SurveyErrors() {}

  /** The answer for a page that is missing or another owner's. */
  public static Refused noPage(String pageId) {
    return Refused.because(
        PAGE_NOT_FOUND,
        "There is no page '" + pageId + "'.",
        "Check page_id; the first survey-import of a page makes it yours.");
  }

  /** The answer for a form that the page does not have. */
  public static Refused noForm(String shortcode) {
    return Refused.because(
        FORM_NOT_FOUND,
        "The page has no form '" + shortcode + "'.",
        "Call survey-list for the page's forms; shortcodes are compared exactly.");
  }

  /** The answer for a version that a form does not have. */
  public static Refused noVersion(String shortcode, long version) {
    return Refused.because(
        FORM_NOT_FOUND,
        "Form '" + shortcode + "' has no version " + version + ".",
        "Call survey-list for its versions, or leave version out for the newest.");
  }

  /** The answer for a participant who never wrote to the page. */
  public static Refused noParticipant(String userId) {
    return Refused.because(
        PARTICIPANT_NOT_FOUND,
        "The page has no participant '" + userId + "'.",
        "Check user_id: it is the page-scoped id of somebody who has written to this page.");
  }

  /** The answer to a cursor that the list did not give for the same question. */
  public static Refused badCursor() {
    return Refused.because(
        ErrorCodes.INVALID_CURSOR,
        "The cursor does not belong to this list.",
        "Repeat the call without cursor and follow next_cursor with the same other fields.");
  }

  /** The answer when others changed the same thing at the same time, again and again. */
  public static Refused lostRace(String what) {
    return Refused.because(
        ErrorCodes.CONFLICT,
        what + " was changed by others at the same time.",
        "Send the same request again.");
  }

  /** The answer to a form that cannot be imported. */
  public static Refused invalidForm(String shortcode, List<Finding> findings) {
    int count = findings.size();
    return Refused.because(
        FORM_INVALID,
        "Form '" + shortcode + "' has " + count + (count == 1 ? " finding." : " findings."),
        "Mend what details.findings names, then import again; check_only tries without importing.",
        Findings.put(JsonObject.builder(), findings).build());
  }
}
