package dev.baton.survey.command;

import dev.baton.core.access.Caller;
import dev.baton.core.result.CommandResult;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.ParticipantKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks what must be there before rows of a page are listed: the page as one of the caller's, the
 * form and the participant if they are named, and a cursor of this list.
 */
public final class RowChecks {
  private final OwnedPages pages;
  private final DynamoFormStore forms;
  private final DynamoParticipantStore participants;

  /** Checks against these. */
  public RowChecks(OwnedPages pages, DynamoFormStore forms, DynamoParticipantStore participants) {
    this.pages = pages;
    this.forms = forms;
    this.participants = participants;
  }

  /**
   * Whose rows.
   *
   * @param pageId the page
   * @param shortcode only of this form, or null
   * @param userId only of this participant, or null
   */
  public record Scope(String pageId, @Nullable String shortcode, @Nullable String userId) {

    /** Whether neither a form nor a participant is named. */
    public boolean isWholePage() {
      return shortcode == null && userId == null;
    }
  }

  /** Why the rows cannot be listed, or null when they can. */
  public @Nullable CommandResult refusal(Scope scope, Listing listing, Caller caller) {
    String pageId = scope.pageId();
    String shortcode = scope.shortcode();
    String userId = scope.userId();
    if (pages.find(pageId, caller) == null) {
      return SurveyErrors.noPage(pageId);
    }
    if (shortcode != null && forms.newest(pageId, shortcode) == null) {
      return SurveyErrors.noForm(shortcode);
    }
    if (userId != null && participants.glance(new ParticipantKey(pageId, userId)) == null) {
      return SurveyErrors.noParticipant(userId);
    }
    return listing.broken() ? SurveyErrors.badCursor() : null;
  }
}
