package dev.baton.survey.core.participant.effect;

import dev.baton.core.json.JsonObject;

/**
 * One thing to be done outside, in the order of the outbox. Its id is {@code <turn>:<index>} and
 * never used twice. Source: survey spec §1.
 */
public sealed interface Effect {

  /** The id, {@code <turn>:<index>}. */
  String id();

  /** The turn that asked for it. */
  default long turn() {
    return Long.parseLong(id(), 0, id().indexOf(':'), 10);
  }

  /**
   * {@code POST /me/messages}.
   *
   * @param body the whole request body
   */
  record Send(String id, JsonObject body) implements Effect {}

  /**
   * {@code POST /me/pass_thread_control}.
   *
   * @param body the whole request body
   * @param target the app that the thread goes to
   * @param handoff the handoff that it begins
   */
  record PassThread(String id, JsonObject body, String target, HandoffId handoff)
      implements Effect {}

  /**
   * {@code POST /me/take_thread_control}.
   *
   * @param body the whole request body
   * @param handoff the handoff that it ends
   */
  record TakeThread(String id, JsonObject body, HandoffId handoff) implements Effect {}

  /**
   * Creates the schedule of a timer. Doing it twice is harmless.
   *
   * @param kind which timer
   * @param round the number that the timer carries back
   * @param due when it fires, milliseconds since 1970; possibly past
   */
  record ArmTimer(String id, TimerKind kind, long round, long due) implements Effect {}

  /**
   * Deletes the schedule of a timer, if it is still there. Doing it twice is harmless.
   *
   * @param kind which timer
   * @param round the number that the timer carries
   */
  record CancelTimer(String id, TimerKind kind, long round) implements Effect {}

  /**
   * Whether it calls the Graph API; the others call the scheduler and may be repeated without a
   * claim.
   */
  default boolean callsGraph() {
    return switch (this) {
      case Send send -> true;
      case PassThread pass -> true;
      case TakeThread take -> true;
      case ArmTimer arm -> false;
      case CancelTimer cancel -> false;
    };
  }
}
