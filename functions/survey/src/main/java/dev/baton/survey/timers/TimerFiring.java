package dev.baton.survey.timers;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command.TimerFired;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.PageRow;

/**
 * Fires single timers and says what each did. A timer that another firing overtook does nothing.
 */
final class TimerFiring {
  private final Participants participants;

  TimerFiring(Participants participants) {
    this.participants = participants;
  }

  JsonObject fire(PageRow page, Participant participant, SetTimer set, boolean force, long now) {
    Firing firing = force ? Firing.FORCED : Firing.OPERATOR;
    TimerFired fired = new TimerFired(set.kind(), set.timer().round(), firing);
    JsonObject.Builder view = set.describe(now);
    return switch (participants.handle(page, participant, fired)) {
      case Handled.Decided(Participant before, Decision decision) ->
          view.put("result", result(decision.outcome()))
              .put("state", decision.next().state().name())
              .put("turn", decision.next().turn())
              .build();
      case Handled.Contended() -> view.put("result", "contended").build();
    };
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Committed() -> "fired";
      case Outcome.Inert(String reason) -> reason;
      case Outcome.Refused(String code, String message) -> code;
      case Outcome.DeadLettered(String reason) -> reason;
      case Outcome.Lacks lacks ->
          throw new IllegalStateException("A decision was answered before it was made.");
    };
  }
}
