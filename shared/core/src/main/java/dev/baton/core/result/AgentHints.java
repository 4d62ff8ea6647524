package dev.baton.core.result;

import dev.baton.core.json.JsonObject;

/**
 * What an agent that reads a result does next. Hints never contain a token. Source: command
 * specification, section 1.3.
 */
public sealed interface AgentHints {

  /**
   * The hints of a handoff.
   *
   * @param handoffType the protocol handed off to
   * @param consumable whether an agent can speak it itself; else it delegates to its user
   * @param userActionRequired what somebody has to do, one sentence
   * @param fallbackCommand the command for callers who cannot
   * @param nextAction what to do now, one sentence
   */
  record Handoff(
      String handoffType,
      boolean consumable,
      String userActionRequired,
      String fallbackCommand,
      String nextAction)
      implements AgentHints {}

  /**
   * The hints of a result that is asked for again and again.
   *
   * @param nextAction the next call with its arguments, one sentence
   * @param pollInterval milliseconds to wait before it
   */
  record Polling(String nextAction, long pollInterval) implements AgentHints {}

  /** The wire form. */
  default JsonObject toJson() {
    return switch (this) {
      case Handoff handoff ->
          JsonObject.builder()
              .put("handoffType", handoff.handoffType())
              .put("consumable", handoff.consumable())
              .put("delegateToUser", !handoff.consumable())
              .put("userActionRequired", handoff.userActionRequired())
              .put("fallbackCommand", handoff.fallbackCommand())
              .put("nextAction", handoff.nextAction())
              .build();
      case Polling(String nextAction, long pollInterval) ->
          JsonObject.builder()
              .put("nextAction", nextAction)
              .put("pollInterval", pollInterval)
              .build();
    };
  }
}
