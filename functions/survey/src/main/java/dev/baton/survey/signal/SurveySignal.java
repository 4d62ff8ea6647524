package dev.baton.survey.signal;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.survey.command.MachineAnswers;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command.Signalled;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;

/**
 * Tells a participant's survey what happened outside. Repeating it with the same id is harmless.
 */
final class SurveySignal implements Command<SurveySignalInput> {
  private static final String DUPLICATE = "duplicate";

  private final OwnedPages pages;
  private final Participants participants;

  SurveySignal(OwnedPages pages, Participants participants) {
    this.pages = pages;
    this.participants = participants;
  }

  @Override
  public CommandResult execute(SurveySignalInput input, Call call) {
    PageRow page = pages.find(input.pageId(), call.caller());
    if (page == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    Participant known = participants.find(new ParticipantKey(input.pageId(), input.userId()));
    if (known == null) {
      return SurveyErrors.noParticipant(input.userId());
    }
    Signalled signal = new Signalled(input.event(), input.id());
    return switch (participants.handle(page, known, signal)) {
      case Handled.Decided(Participant before, Decision decision) -> answer(decision);
      case Handled.Contended() -> SurveyErrors.lostRace("The participant");
    };
  }

  private static CommandResult answer(Decision decision) {
    return switch (decision.outcome()) {
      case Outcome.Refused refusal -> MachineAnswers.refused(refusal);
      case Outcome.Committed() -> accepted(decision, false);
      case Outcome.Inert(String reason) -> accepted(decision, reason.equals(DUPLICATE));
      case Outcome.DeadLettered(String reason) -> accepted(decision, false);
      case Outcome.Lacks lacks ->
          throw new IllegalStateException("A decision was answered before it was made.");
    };
  }

  private static CommandResult accepted(Decision decision, boolean duplicate) {
    JsonObject data =
        JsonObject.builder()
            .put("accepted", !duplicate)
            .put(DUPLICATE, duplicate)
            .put("state", decision.next().state().name())
            .put("resumed", decision.resumed())
            .put("turn", decision.next().turn())
            .build();
    return Succeeded.with(
        data, duplicate ? "The event was known already." : "The event was handed over.");
  }
}
