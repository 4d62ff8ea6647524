package dev.baton.agent.core.event;

import org.jspecify.annotations.Nullable;

/**
 * One call of a turn as its log has it so far.
 *
 * @param id its id
 * @param name the name of its tool
 * @param called whether its arguments are complete
 * @param approvalId the id of the question about it, or null when nobody was asked
 * @param waits whether that question is open
 * @param ended whether its result is in
 */
record TurnCall(
    String id,
    String name,
    boolean called,
    @Nullable String approvalId,
    boolean waits,
    boolean ended) {

  static TurnCall streaming(String id, String name) {
    return new TurnCall(id, name, false, null, false, false);
  }

  static TurnCall complete(String id, String name) {
    return new TurnCall(id, name, true, null, false, false);
  }

  TurnCall asked(String approval) {
    return new TurnCall(id, name, called, approval, true, ended);
  }

  TurnCall answered() {
    return new TurnCall(id, name, called, approvalId, false, ended);
  }

  TurnCall over() {
    return new TurnCall(id, name, called, approvalId, waits, true);
  }

  /** Whether a result must come before the turn, or the run, ends. */
  boolean isOpen() {
    return called && !ended;
  }
}
