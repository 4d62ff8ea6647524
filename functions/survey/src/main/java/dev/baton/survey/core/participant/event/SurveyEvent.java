package dev.baton.survey.core.participant.event;

import dev.baton.core.json.Json;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.HandoffReturn;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.values.StoredAnswer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a decision has settled. Applied in order they lead from one participant to the
 * next.
 */
public sealed interface SurveyEvent {

  /** What moves the survey. */
  sealed interface ProgressEvent extends SurveyEvent {}

  /** What concerns waits and handoffs. */
  sealed interface WaitingEvent extends SurveyEvent {}

  /** What concerns effects, and the states that stop them. */
  sealed interface DeliveryEvent extends SurveyEvent {}

  /** What is learnt of the person. */
  sealed interface PersonEvent extends SurveyEvent {}

  /** A form began, by a link, a stitch or an operator. */
  record SurveyStarted(RunningSurvey survey) implements ProgressEvent {}

  /** The participant is back in START. */
  record SurveyReset() implements ProgressEvent {}

  /** A question is open, or a message-only field that is not left by itself. */
  record QuestionOpened(OpenQuestion question) implements ProgressEvent {}

  /** The open question was answered; the answer is null when nothing refers to it. */
  record QuestionAnswered(String ref, @Nullable StoredAnswer remembered) implements ProgressEvent {}

  /** Calculations changed variables. */
  record VariablesSet(Map<String, Json> variables) implements ProgressEvent {}

  /** Hidden values changed; names are those that signals set, by type. */
  record HiddenSet(Map<String, Json> hidden, Map<String, List<String>> signalNames)
      implements ProgressEvent {}

  /** The survey is finished; the question is the thank-you screen, if one was sent. */
  record SurveyEnded(@Nullable OpenQuestion ending) implements ProgressEvent {}

  /** The survey cannot go on: ERROR. */
  record SurveyFailed(Episode episode) implements ProgressEvent {}

  /** A wait is armed at a field. */
  record WaitArmed(OpenQuestion question, RunningWait waiting) implements WaitingEvent {}

  /** A leaf of the wait was set, its timer changed, or its time stopped. */
  record WaitChanged(RunningWait waiting) implements WaitingEvent {}

  /** The wait is over. */
  record WaitEnded() implements WaitingEvent {}

  /** A handoff was decided; its record is open. */
  record HandoffOpened(OpenHandoff handoff) implements WaitingEvent {}

  /** The thread is the target's. */
  record ThreadPassed(long at) implements WaitingEvent {}

  /**
   * An attempt to pass the thread did not succeed; the fault is null when its result is unclear.
   */
  record PassFailed(@Nullable GraphFault fault) implements WaitingEvent {}

  /** The target gave the thread back. */
  record ThreadReturned(HandoffReturn what) implements WaitingEvent {}

  /** The handoff is over. */
  record HandoffEnded(LastHandoff handoff, HandoffOutcome outcome) implements WaitingEvent {}

  /** The record of a handoff is closed while its transition message is parked. */
  record HandoffSuspended(LastHandoff handoff) implements WaitingEvent {}

  /** The target of the last handoff gave the thread back after its end. */
  record LateReturnNoted(HandoffId id) implements WaitingEvent {}

  /**
   * A decision asked for effects.
   *
   * @param turn the decision's number
   * @param ahead effects that go before those already waiting
   * @param behind effects that go after them
   * @param opening the effect that sends the open question for the first time
   */
  record EffectsQueued(long turn, List<Effect> ahead, List<Effect> behind, @Nullable String opening)
      implements DeliveryEvent {
    /** Keeps copies. */
    public EffectsQueued {
      ahead = List.copyOf(ahead);
      behind = List.copyOf(behind);
    }
  }

  /** An attempt of the head began. */
  record EffectStarted(String effectId, long at) implements DeliveryEvent {}

  /** An effect is done. */
  record EffectCompleted(String effectId) implements DeliveryEvent {}

  /**
   * An effect is given up, because it was refused or is no longer wanted; the fault is null in the
   * latter case.
   */
  record EffectDropped(Effect effect, @Nullable GraphFault fault) implements DeliveryEvent {}

  /** The result of an effect did not become known. */
  record EffectDoubted(String effectId) implements DeliveryEvent {}

  /** An effect is not to be tried before a time. */
  record EffectDelayed(String effectId, long until) implements DeliveryEvent {}

  /** An echo showed that an effect happened, while a delivery still has it in hand. */
  record EffectConfirmed(String effectId) implements DeliveryEvent {}

  /** The head, or what is parked, waits for a timer. */
  record RetrySet(Timer timer) implements DeliveryEvent {}

  /** The retry timer is no longer waited for. */
  record RetryCleared() implements DeliveryEvent {}

  /** The participant is in BLOCKED: everything from the refused effect on is parked. */
  record Blocked(Episode episode) implements DeliveryEvent {}

  /** The participant left BLOCKED; the parked effects go again. */
  record Unblocked(Episode episode) implements DeliveryEvent {}

  /** The parked effects were dropped, all or the first of them only. */
  record ParkedDropped(boolean all) implements DeliveryEvent {}

  /** The trouble is over. */
  record EpisodeEnded() implements DeliveryEvent {}

  /** An operator stopped the participant. */
  record OperatorBlocked() implements DeliveryEvent {}

  /** An operator let the participant go on. */
  record OperatorUnblocked() implements DeliveryEvent {}

  /** The reminder's timer was set or used up. */
  record FollowUpSet(@Nullable Timer timer) implements ProgressEvent {}

  /** The participant allowed one message of another day. */
  record TokenStored(String token) implements PersonEvent {}

  /** The oldest one-time token goes into a message. */
  record TokenSpent() implements PersonEvent {}

  /** Another app, or none, is reported as owner of the thread. */
  record ThreadOwnerNoted(@Nullable String owner) implements PersonEvent {}

  /** The participant wrote or came by a link. */
  record ParticipantHeard(long timestamp) implements PersonEvent {}

  /** An event was handled. */
  record EventSeen(String key) implements PersonEvent {}
}
