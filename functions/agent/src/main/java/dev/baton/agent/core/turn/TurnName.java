package dev.baton.agent.core.turn;

/**
 * Which answer of a run it is.
 *
 * @param turn the turn, from 1
 * @param attempt the call of the model in that turn, from 1
 * @param messageId the id of the message that it makes
 */
public record TurnName(int turn, int attempt, String messageId) {

  /** The answer of that run. */
  public static TurnName of(String runId, int turn, int attempt) {
    String base = runId.startsWith("run_") ? runId.substring("run_".length()) : runId;
    return new TurnName(turn, attempt, "msg_" + base + "_" + turn + "_" + attempt);
  }
}
