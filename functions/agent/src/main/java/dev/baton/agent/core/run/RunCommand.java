package dev.baton.agent.core.run;

import java.util.List;

/**
 * What a run has to decide about. An {@code epoch} says which worker speaks: only the newest one is
 * heard.
 */
public sealed interface RunCommand {

  /**
   * A worker wants to go on with it.
   *
   * @param worker its name
   */
  record Take(String worker) implements RunCommand {}

  /** The worker is still there. */
  record Renew(long epoch) implements RunCommand {}

  /** The worker has come so far. */
  record Checkpoint(long epoch, Progress progress) implements RunCommand {}

  /** The worker cannot go on before a person has answered. */
  record Await(long epoch, Progress progress, List<Approval> approvals) implements RunCommand {}

  /** The worker has no time left and leaves the rest to a successor. */
  record HandOver(long epoch, Progress progress) implements RunCommand {}

  /** The worker is at the end. */
  record Finish(long epoch, Progress progress, RunEnding ending) implements RunCommand {}

  /**
   * It is to be called off.
   *
   * @param reason {@code owner}, {@code viewer_gone}, {@code session_expired} or {@code
   *     session_ended}
   */
  record Cancel(String reason) implements RunCommand {}

  /** The owner answers for a call. */
  record Answer(String approvalId, boolean approved) implements RunCommand {}

  /** Somebody looks at the clock: whatever is due is done. */
  record Look() implements RunCommand {}

  /** The run's timer fired: whatever is due is done, and the timer is set again. */
  record Fire() implements RunCommand {}
}
