package dev.baton.survey.release;

import dev.baton.core.access.Caller;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.log.Log;
import dev.baton.survey.command.MachineAnswers;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command.Released;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does what an operator asks, once, and writes who did it and why into the audit log. */
final class SurveyRelease implements Command<SurveyReleaseInput> {
  private final OwnedPages pages;
  private final Participants participants;
  private final Log log;

  SurveyRelease(OwnedPages pages, Participants participants, Log log) {
    this.pages = pages;
    this.participants = participants;
    this.log = log;
  }

  @Override
  public CommandResult execute(SurveyReleaseInput input, Call call) {
    List<FieldError> problems = ReleaseActions.problems(input);
    if (!problems.isEmpty()) {
      return InvalidInput.because(SurveyReleaseDefinition.DEFINITION, problems);
    }
    PageRow page = pages.find(input.pageId(), call.caller());
    if (page == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    Participant known = participants.find(new ParticipantKey(input.pageId(), input.userId()));
    if (known == null) {
      return SurveyErrors.noParticipant(input.userId());
    }
    Released released = new Released(ReleaseActions.action(input), input.turn());
    return switch (participants.handle(page, known, released)) {
      case Handled.Decided(Participant before, Decision decision) ->
          answer(input, call.caller(), before, decision);
      case Handled.Contended() -> SurveyErrors.lostRace("The participant");
    };
  }

  private CommandResult answer(
      SurveyReleaseInput input, Caller caller, Participant before, Decision decision) {
    if (decision.outcome() instanceof Outcome.Refused refusal) {
      return MachineAnswers.refused(refusal);
    }
    audit(input, caller, before, decision);
    JsonObject data =
        JsonObject.builder()
            .put("before", before.state().name())
            .put("after", decision.next().state().name())
            .put("turn_before", before.turn())
            .put("turn", decision.next().turn())
            .build();
    return Succeeded.with(data, "Done: " + input.action() + ".");
  }

  private void audit(
      SurveyReleaseInput input, Caller caller, Participant before, Decision decision) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("action", input.action());
    line.put("page_id", input.pageId());
    line.put("user_id", input.userId());
    line.put("owner", caller.owner());
    line.put("key_id", caller.keyId());
    line.put("reason", input.reason());
    line.put("before", before.state().name());
    line.put("after", decision.next().state().name());
    line.put("turn", decision.next().turn());
    log.info("participant_released", line);
  }
}
