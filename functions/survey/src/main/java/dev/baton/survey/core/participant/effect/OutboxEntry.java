package dev.baton.survey.core.participant.effect;

import dev.baton.survey.core.participant.effect.DeliveryStatus.Confirmed;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Queued;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Started;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Unknown;

/**
 * An effect that is not done yet.
 *
 * @param effect what is to be done
 * @param status how far it is
 * @param doubts attempts of it whose result never became known
 */
public record OutboxEntry(Effect effect, DeliveryStatus status, int doubts) {

  /** An entry that waits for its first attempt. */
  public static OutboxEntry of(Effect effect) {
    return new OutboxEntry(effect, new Queued(0, 0), 0);
  }

  /** The effect's id. */
  public String id() {
    return effect.id();
  }

  /** Whether a delivery has it in hand. */
  public boolean isStarted() {
    return status instanceof Started || status instanceof Confirmed;
  }

  /** Whether it is known to have happened. */
  public boolean isConfirmed() {
    return status instanceof Confirmed;
  }

  /** Whether an attempt of it may have happened, and none is under way. */
  public boolean isDoubtful() {
    return !isStarted() && doubts > 0;
  }

  /** Whether the next attempt may start now. */
  public boolean isReady(long now) {
    return status instanceof Queued(int attempt, long notBefore) && notBefore <= now;
  }

  /** The entry with its next attempt started. */
  public OutboxEntry started(long now) {
    return new OutboxEntry(effect, new Started(status.attempt() + 1, now), doubts);
  }

  /** The entry with its echo seen. */
  public OutboxEntry confirmed() {
    return status instanceof Started(int attempt, long at)
        ? new OutboxEntry(effect, new Confirmed(attempt, at), doubts)
        : this;
  }

  /** The entry after an attempt without a known result. */
  public OutboxEntry unknown() {
    long at = status instanceof Started(int attempt, long since) ? since : 0;
    return new OutboxEntry(effect, new Unknown(status.attempt(), at), doubts + 1);
  }

  /** The entry waiting again, not to be tried before that time. */
  public OutboxEntry queued(long notBefore) {
    return new OutboxEntry(effect, new Queued(status.attempt(), notBefore), doubts);
  }
}
