package dev.baton.survey.status;

import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.participants.FormLibrary;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoTakenStore;
import dev.baton.survey.store.ParticipantKey;
import org.jspecify.annotations.Nullable;

/** Reads one participant, strongly consistent: what a webhook has committed is seen. */
final class SurveyStatus implements Command<SurveyStatusInput> {
  private final OwnedPages pages;
  private final DynamoParticipantStore participants;
  private final DynamoTakenStore taken;
  private final FormLibrary forms;

  SurveyStatus(
      OwnedPages pages,
      DynamoParticipantStore participants,
      DynamoTakenStore taken,
      FormLibrary forms) {
    this.pages = pages;
    this.participants = participants;
    this.taken = taken;
    this.forms = forms;
  }

  @Override
  public CommandResult execute(SurveyStatusInput input, Call call) {
    if (pages.find(input.pageId(), call.caller()) == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    ParticipantKey key = new ParticipantKey(input.pageId(), input.userId());
    DynamoParticipantStore.Written written = participants.loadWritten(key);
    if (written == null) {
      return SurveyErrors.noParticipant(input.userId());
    }
    Participant participant = written.participant();
    ParticipantView view =
        new ParticipantView(participant, form(participant), taken.all(key), written.at());
    return Succeeded.with(
        view.toJson(), "The participant is in " + participant.state().name() + ".");
  }

  private @Nullable Form form(Participant participant) {
    RunningSurvey survey = participant.survey();
    return survey == null || participant.question() == null
        ? null
        : forms.version(participant.pageId(), survey.shortcode(), survey.formVersion());
  }
}
