package dev.baton.survey.core.participant.event;

import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.Position;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent.DeliveryEvent;
import dev.baton.survey.core.participant.event.SurveyEvent.PersonEvent;
import dev.baton.survey.core.participant.event.SurveyEvent.ProgressEvent;
import dev.baton.survey.core.participant.event.SurveyEvent.WaitingEvent;
import dev.baton.survey.core.values.StoredAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Applies what happened to what is remembered. Total: an event that fits nowhere changes nothing.
 */
public final class Evolution {
  private Evolution() {}

  /** The participant after the event. */
  public static Participant evolve(Participant participant, SurveyEvent event) {
    return switch (event) {
      case ProgressEvent progress -> progressed(participant, progress);
      case WaitingEvent waiting -> waited(participant, waiting);
      case DeliveryEvent delivery -> DeliveryEvolution.evolve(participant, delivery);
      case PersonEvent person -> known(participant, person);
    };
  }

  private static Participant progressed(Participant participant, ProgressEvent event) {
    Position position = participant.position();
    return switch (event) {
      case SurveyEvent.SurveyStarted(RunningSurvey survey) ->
          participant.in(survey).at(Position.START).withEpisode(null);
      case SurveyEvent.SurveyReset() ->
          participant.in(null).at(Position.START).withEpisode(null).withOperatorBlock(null);
      case SurveyEvent.QuestionOpened(OpenQuestion question) ->
          participant.at(new Position(State.QOUT, question, null, null, null));
      case SurveyEvent.QuestionAnswered(String ref, StoredAnswer answer) ->
          changed(participant, survey -> survey.withAnswers(with(survey.answers(), ref, answer)));
      case SurveyEvent.VariablesSet(var variables) ->
          changed(participant, survey -> survey.withVariables(variables));
      case SurveyEvent.HiddenSet(var hidden, var names) ->
          changed(participant, survey -> survey.withHidden(hidden, names));
      case SurveyEvent.SurveyEnded(OpenQuestion ending) ->
          participant.at(new Position(State.END, ending, null, null, null));
      case SurveyEvent.SurveyFailed(var episode) ->
          participant
              .at(new Position(State.ERROR, position.question(), null, null, null))
              .withEpisode(episode);
      case SurveyEvent.FollowUpSet(var timer) -> participant.at(position.withFollowUp(timer));
    };
  }

  private static Participant waited(Participant participant, WaitingEvent event) {
    Position position = participant.position();
    OpenHandoff handoff = position.handoff();
    return switch (event) {
      case SurveyEvent.WaitArmed(var question, var wait) ->
          participant.at(new Position(State.WAIT_EXTERNAL_EVENT, question, wait, handoff, null));
      case SurveyEvent.WaitChanged(var wait) -> participant.at(position.withWait(wait));
      case SurveyEvent.WaitEnded() -> participant.at(position.withWait(null).withHandoff(null));
      case SurveyEvent.HandoffOpened(var opened) -> participant.at(position.withHandoff(opened));
      case SurveyEvent.ThreadPassed(long at) ->
          handoff == null ? participant : participant.at(position.withHandoff(handoff.passed(at)));
      case SurveyEvent.PassFailed(var fault) ->
          handoff == null
              ? participant
              : participant.at(position.withHandoff(handoff.passFailed(fault)));
      case SurveyEvent.ThreadReturned(var what) ->
          handoff == null
              ? participant
              : participant.at(position.withHandoff(handoff.returned(what)));
      case SurveyEvent.HandoffEnded(var last, var outcome) ->
          participant.after(last).at(position.withHandoff(null));
      case SurveyEvent.HandoffSuspended(var last) -> participant.after(last);
      case SurveyEvent.LateReturnNoted(var id) -> participant.after(noted(participant));
    };
  }

  private static Participant known(Participant participant, PersonEvent event) {
    return participant.with(
        switch (event) {
          case SurveyEvent.TokenStored(String token) -> participant.contact().withToken(token);
          case SurveyEvent.TokenSpent() -> participant.contact().withoutOldestToken();
          case SurveyEvent.ThreadOwnerNoted(String owner) ->
              participant.contact().withThreadOwner(owner);
          case SurveyEvent.ParticipantHeard(long at) -> participant.contact().withMessageAt(at);
          case SurveyEvent.EventSeen(String key) -> participant.contact().withSeen(key);
        });
  }

  private static @Nullable LastHandoff noted(Participant participant) {
    LastHandoff last = participant.lastHandoff();
    return last == null ? null : new LastHandoff(last.id(), last.target(), last.endedAt(), true);
  }

  private static Participant changed(
      Participant participant, java.util.function.UnaryOperator<RunningSurvey> change) {
    RunningSurvey survey = participant.survey();
    return survey == null ? participant : participant.in(change.apply(survey));
  }

  private static Map<String, StoredAnswer> with(
      Map<String, StoredAnswer> answers, String ref, @Nullable StoredAnswer answer) {
    if (answer == null || Objects.equals(answers.get(ref), answer)) {
      return answers;
    }
    Map<String, StoredAnswer> more = new HashMap<>(answers);
    more.put(ref, answer);
    return Map.copyOf(more);
  }
}
