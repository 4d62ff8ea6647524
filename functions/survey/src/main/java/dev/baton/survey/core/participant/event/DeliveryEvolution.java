package dev.baton.survey.core.participant.event;

import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.OperatorBlock;
import dev.baton.survey.core.participant.Outbox;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.Position;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent.DeliveryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Applies what happened to the outbox and to the states that stop it. */
final class DeliveryEvolution {
  private DeliveryEvolution() {}

  static Participant evolve(Participant participant, DeliveryEvent event) {
    Outbox outbox = participant.outbox();
    return switch (event) {
      case SurveyEvent.EffectsQueued queued -> queued(participant, queued);
      case SurveyEvent.EffectStarted(String id, long at) ->
          changed(participant, id, entry -> entry.started(at));
      case SurveyEvent.EffectConfirmed(String id) ->
          changed(participant, id, OutboxEntry::confirmed);
      case SurveyEvent.EffectDoubted(String id) -> changed(participant, id, OutboxEntry::unknown);
      case SurveyEvent.EffectDelayed(String id, long until) ->
          changed(participant, id, entry -> entry.queued(until));
      case SurveyEvent.EffectCompleted(String id) -> without(participant, id);
      case SurveyEvent.EffectDropped(Effect effect, var fault) -> without(participant, effect.id());
      case SurveyEvent.RetrySet(var timer) -> participant.with(outbox.withRetry(timer));
      case SurveyEvent.RetryCleared() -> participant.with(outbox.withRetry(null));
      case SurveyEvent.Blocked(var episode) ->
          parked(participant).at(participant.position().in(State.BLOCKED)).withEpisode(episode);
      case SurveyEvent.Unblocked(var episode) ->
          participant
              .with(outbox.with(joined(outbox.entries(), outbox.parked()), List.of()))
              .at(participant.position().in(episode.before()))
              .withEpisode(episode);
      case SurveyEvent.ParkedDropped(boolean all) ->
          participant.with(outbox.with(outbox.entries(), rest(outbox.parked(), all)));
      case SurveyEvent.EpisodeEnded() -> participant.withEpisode(null);
      case SurveyEvent.OperatorBlocked() ->
          participant
              .with(outbox.withEntries(List.of()))
              .withOperatorBlock(new OperatorBlock(participant.state(), outbox.entries()))
              .at(participant.position().in(State.USER_BLOCKED));
      case SurveyEvent.OperatorUnblocked() -> operatorUnblocked(participant);
    };
  }

  private static Participant queued(Participant participant, SurveyEvent.EffectsQueued event) {
    Outbox outbox = participant.outbox();
    List<OutboxEntry> ahead = entries(event.ahead());
    List<OutboxEntry> waiting = joined(outbox.entries(), entries(event.behind()));
    Position position = participant.position();
    OpenQuestion question = position.question();
    if (event.opening() != null && question != null) {
      position = position.withQuestion(question.openedBy(event.opening()));
    }
    return participant
        .with(event.turn(), outbox.withEntries(inserted(ahead, waiting)))
        .at(position);
  }

  /** A head that a delivery has in hand stays the head. */
  private static List<OutboxEntry> inserted(List<OutboxEntry> ahead, List<OutboxEntry> waiting) {
    if (ahead.isEmpty()) {
      return waiting;
    }
    int at = !waiting.isEmpty() && waiting.getFirst().isStarted() ? 1 : 0;
    List<OutboxEntry> all = new ArrayList<>(waiting);
    all.addAll(at, ahead);
    return List.copyOf(all);
  }

  /** Timers keep going while calls are parked: a block stops the conversation, not time. */
  private static Participant parked(Participant participant) {
    List<OutboxEntry> timers = new ArrayList<>();
    List<OutboxEntry> calls = new ArrayList<>();
    for (OutboxEntry entry : participant.outbox().entries()) {
      if (entry.effect().callsGraph()) {
        calls.add(entry.queued(0));
      } else {
        timers.add(entry);
      }
    }
    Outbox outbox = participant.outbox();
    return participant.with(
        outbox.with(List.copyOf(timers), joined(outbox.parked(), List.copyOf(calls))));
  }

  private static Participant operatorUnblocked(Participant participant) {
    OperatorBlock block = participant.operatorBlock();
    if (block == null) {
      return participant;
    }
    return participant
        .with(participant.outbox().withEntries(block.held()))
        .withOperatorBlock(null)
        .at(participant.position().in(block.before()));
  }

  private static Participant changed(
      Participant participant, String id, UnaryOperator<OutboxEntry> change) {
    OperatorBlock block = participant.operatorBlock();
    Participant next =
        block == null
            ? participant
            : participant.withOperatorBlock(
                new OperatorBlock(block.before(), Outbox.replaced(block.held(), id, change)));
    Outbox outbox = participant.outbox();
    return next.with(outbox.withEntries(Outbox.replaced(outbox.entries(), id, change)));
  }

  private static Participant without(Participant participant, String id) {
    OperatorBlock block = participant.operatorBlock();
    Participant next =
        block == null
            ? participant
            : participant.withOperatorBlock(
                new OperatorBlock(block.before(), Outbox.without(block.held(), id)));
    Outbox outbox = participant.outbox();
    return next.with(
        outbox.with(Outbox.without(outbox.entries(), id), Outbox.without(outbox.parked(), id)));
  }

  private static List<OutboxEntry> entries(List<Effect> effects) {
    List<OutboxEntry> entries = new ArrayList<>(effects.size());
    effects.forEach(effect -> entries.add(OutboxEntry.of(effect)));
    return List.copyOf(entries);
  }

  private static List<OutboxEntry> joined(List<OutboxEntry> first, List<OutboxEntry> second) {
    if (second.isEmpty() || first.isEmpty()) {
      return first.isEmpty() ? second : first;
    }
    List<OutboxEntry> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static List<OutboxEntry> rest(List<OutboxEntry> parked, boolean all) {
    return all || parked.isEmpty() ? List.of() : List.copyOf(parked.subList(1, parked.size()));
  }
}
