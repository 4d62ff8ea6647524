package dev.baton.survey.timeout;

import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.PageRow;

/** Tells participants that their timers fired. */
final class Timeouts {
  private final DynamoPageStore pages;
  private final Participants participants;

  Timeouts(DynamoPageStore pages, Participants participants) {
    this.pages = pages;
    this.participants = participants;
  }

  static Timeouts of(SurveyWiring wiring) {
    return new Timeouts(wiring.pages(), wiring.participants());
  }

  /**
   * Handles one timer.
   *
   * @throws IllegalArgumentException when the payload is not one of ours
   * @throws IllegalStateException when others wrote first again and again; the scheduler repeats
   *     the timer
   */
  void fire(JsonObject payload) {
    String pageId = payload.text("page_id");
    String userId = payload.text("user_id");
    TimerKind kind = TimerKind.of(String.valueOf(payload.text("kind")));
    if (pageId == null
        || userId == null
        || kind == null
        || !(payload.get("round") instanceof JsonNumber round)) {
      throw new IllegalArgumentException(
          "A timer's payload holds page_id, user_id, kind and round.");
    }
    PageRow page = pages.find(pageId);
    if (page == null) {
      return;
    }
    long number = round.decimal().longValueExact();
    Command fired = new Command.TimerFired(kind, number, Firing.SCHEDULER);
    if (participants.handle(page, userId, fired) instanceof Handled.Contended) {
      throw new IllegalStateException(
          "Participant " + userId + " is written by others all the time.");
    }
  }
}
