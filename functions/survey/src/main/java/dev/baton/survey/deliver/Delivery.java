package dev.baton.survey.deliver;

import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Confirmed;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Queued;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Started;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Unknown;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.graph.GraphResult;
import dev.baton.survey.participants.Handled;
import dev.baton.survey.participants.Participants;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the open effects of one participant: the head is claimed, performed, and its result
 * committed together with the start of the next. It may die anywhere and be begun again: an attempt
 * is made by nobody but the holder of its claim, so one whose claim is taken has an unknown result.
 * Source: survey spec §3.3, §3.4.
 */
final class Delivery {
  private static final int MOST_STEPS = 200;
  private static final int COMMIT_TRIES = 3;

  private final Participants participants;
  private final Claims claims;
  private final Attempts attempts;
  private final EffectLog log;

  Delivery(Participants participants, Claims claims, Attempts attempts, EffectLog log) {
    this.participants = participants;
    this.claims = claims;
    this.attempts = attempts;
    this.log = log;
  }

  /** Delivers until nothing is left that is due. The participant may be one of a while ago. */
  void run(PageRow page, Participant known, Errand errand) {
    Participant participant = known;
    for (int step = 0; step < MOST_STEPS; step++) {
      OutboxEntry head = participant.outbox().head();
      Command result = head == null ? null : next(participant, head, errand);
      if (result == null) {
        return;
      }
      participant = commit(page, participant, result);
    }
    throw new CutShort("More than 200 effects in one delivery.");
  }

  private @Nullable Command next(Participant participant, OutboxEntry head, Errand errand) {
    return switch (head.status()) {
      case Started started -> attempt(participant, head, started, errand);
      case Confirmed confirmed -> new Command.EffectDone(head.id());
      case Queued queued -> null;
      case Unknown unknown -> null;
    };
  }

  private Command attempt(
      Participant participant, OutboxEntry head, Started status, Errand errand) {
    int attempt = status.attempt();
    if (!errand.allowsCall()) {
      throw new CutShort("No time left for effect " + head.id() + ".");
    }
    ParticipantKey key = new ParticipantKey(participant.pageId(), participant.userId());
    if (!claims.wins(key, head, status, errand)) {
      log.claimed(key, head.effect(), attempt);
      return new Command.EffectUnclear(head.id(), attempt);
    }
    GraphResult result = attempts.perform(key, head.effect(), errand);
    log.performed(key, head.effect(), attempt, result);
    return switch (result) {
      case GraphResult.Done() -> new Command.EffectDone(head.id());
      case GraphResult.Refused(var fault) -> new Command.EffectRefused(head.id(), attempt, fault);
      case GraphResult.Unclear(String reason) -> new Command.EffectUnclear(head.id(), attempt);
    };
  }

  // The result is known here and nowhere else; it is worth more tries than other commands.
  private Participant commit(PageRow page, Participant participant, Command result) {
    for (int round = 0; round < COMMIT_TRIES; round++) {
      Handled handled =
          round == 0
              ? participants.handle(page, participant, result)
              : participants.handle(page, participant.userId(), result);
      if (handled instanceof Handled.Decided(Participant before, var decision)) {
        return decision.writes() ? decision.next() : before;
      }
    }
    throw new CutShort("The result of an effect could not be written.");
  }
}
