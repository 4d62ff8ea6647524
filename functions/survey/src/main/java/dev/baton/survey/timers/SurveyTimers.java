package dev.baton.survey.timers;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.survey.command.Gathering;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.DynamoParticipantIndex;
import dev.baton.survey.store.Page;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.ParticipantSummary;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists timers or fires them by hand: all due ones of a page, participant by participant, or those
 * of one participant. Which participants have timers comes from an index that may lag by a moment;
 * the timers themselves do not.
 */
final class SurveyTimers implements Command<SurveyTimersInput> {
  private final OwnedPages pages;
  private final DynamoParticipantIndex index;
  private final Participants participants;
  private final InstantSource clock;

  SurveyTimers(
      OwnedPages pages,
      DynamoParticipantIndex index,
      Participants participants,
      InstantSource clock) {
    this.pages = pages;
    this.index = index;
    this.participants = participants;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(SurveyTimersInput input, Call call) {
    String userId = input.userId();
    if (input.force() && (userId == null || !input.fires())) {
      return InvalidInput.because(
          SurveyTimersDefinition.DEFINITION,
          "force",
          "needs action fire and user_id",
          "invalid_value");
    }
    PageRow page = pages.find(input.pageId(), call.caller());
    if (page == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    if (input.listing().broken()) {
      return SurveyErrors.badCursor();
    }
    return userId == null ? ofPage(input, page) : ofParticipant(input, page, userId);
  }

  private CommandResult ofParticipant(SurveyTimersInput input, PageRow page, String userId) {
    Participant participant = participants.find(new ParticipantKey(page.pageId(), userId));
    return participant == null
        ? SurveyErrors.noParticipant(userId)
        : answer(input, new Page<>(views(input, page, participant), null));
  }

  private CommandResult ofPage(SurveyTimersInput input, PageRow page) {
    long now = clock.millis();
    Page<ParticipantSummary> found =
        Gathering.rows(
            input.listing(),
            (limit, from) -> index.ofPage(page.pageId(), limit, from),
            summary -> isMeant(summary.timerDue(), input, now),
            summary -> Json.of(summary.userId()));
    if (found == null) {
      return SurveyErrors.badCursor();
    }
    List<Json> views = new ArrayList<>();
    for (ParticipantSummary summary : found.rows()) {
      Participant participant =
          participants.find(new ParticipantKey(page.pageId(), summary.userId()));
      if (participant != null) {
        views.addAll(views(input, page, participant));
      }
    }
    return answer(input, new Page<>(views, found.next()));
  }

  private List<Json> views(SurveyTimersInput input, PageRow page, Participant participant) {
    TimerFiring firing = new TimerFiring(participants);
    long now = clock.millis();
    List<Json> views = new ArrayList<>();
    for (SetTimer set : SetTimer.of(participant)) {
      boolean ofKind = input.kind() == null || input.kind() == set.kind();
      if (ofKind && !input.fires()) {
        views.add(set.describe(now).build());
      } else if (ofKind && (input.force() || set.isDue(now))) {
        views.add(firing.fire(page, participant, set, input.force(), now));
      }
    }
    return views;
  }

  private static boolean isMeant(@Nullable Long due, SurveyTimersInput input, long now) {
    return due != null && (!input.fires() || due <= now);
  }

  private static CommandResult answer(SurveyTimersInput input, Page<Json> views) {
    JsonObject.Builder data = JsonObject.builder().put("timers", new JsonArray(views.rows()));
    return Succeeded.with(
        input.listing().putNext(data, views.next()).build(), views.rows().size() + " timers.");
  }
}
