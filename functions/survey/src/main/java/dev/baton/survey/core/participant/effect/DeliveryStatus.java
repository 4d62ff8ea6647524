package dev.baton.survey.core.participant.effect;

/**
 * How far an effect is. Attempts are counted from 1 and never repeated, so each can be claimed
 * once.
 */
public sealed interface DeliveryStatus {

  /** Attempts that were started so far. */
  int attempt();

  /**
   * Waiting for those before it, and for its time.
   *
   * @param attempt attempts so far, 0 before the first
   * @param notBefore earliest start, milliseconds since 1970; 0 for at once
   */
  record Queued(int attempt, long notBefore) implements DeliveryStatus {}

  /**
   * A delivery is performing it, or died while doing so.
   *
   * @param attempt the attempt under way
   * @param at when it was started, milliseconds since 1970
   */
  record Started(int attempt, long at) implements DeliveryStatus {}

  /**
   * Its echo came while a delivery has it in hand: done, whatever that delivery hears.
   *
   * @param attempt the attempt under way
   * @param at when it was started, milliseconds since 1970
   */
  record Confirmed(int attempt, long at) implements DeliveryStatus {}

  /**
   * Nobody knows whether it happened.
   *
   * @param attempt the attempt in doubt
   * @param at when that attempt was started, milliseconds since 1970
   */
  record Unknown(int attempt, long at) implements DeliveryStatus {}
}
