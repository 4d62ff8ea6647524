package dev.baton.agent.core.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is kept: one user turn until the agent hands back. Immutable; only {@link RunMachine}
 * makes the next one. Times are milliseconds since 1970. Source: streaming specification, section
 * 1.2.
 *
 * @param terms what it is about
 * @param version how often it was written, from 1
 * @param state where it is
 * @param changedAt since when it is there
 * @param epoch how often a worker took it
 * @param lease the worker's right to go on while it is running, else null
 * @param progress the last checkpoint
 * @param cancel that it is to be called off; null when it is not
 * @param approvals the calls that a person had to allow or must, those of earlier turns first
 * @param invocations how often a successor was started without coming
 * @param resumption why the next worker comes: {@code deadline}, {@code approval} or {@code
 *     reinvoked}
 * @param waitedMs milliseconds in which it waited for a person
 * @param ending how it ended; null while it has not
 * @param lastSeq the number of its terminal event; null while it has none
 */
public record Run(
    RunTerms terms,
    long version,
    RunState state,
    long changedAt,
    long epoch,
    @Nullable Lease lease,
    Progress progress,
    @Nullable Cancellation cancel,
    List<Approval> approvals,
    int invocations,
    @Nullable String resumption,
    long waitedMs,
    @Nullable RunEnding ending,
    @Nullable Long lastSeq) {

  /** A run over a copy of the approvals. */
  public Run {
    approvals = List.copyOf(approvals);
  }

  /** The id. */
  public String id() {
    return terms.runId();
  }

  /** The session's id. */
  public String sessionId() {
    return terms.sessionId();
  }

  /** Whether that epoch is the one that may go on. */
  public boolean isHeldBy(long someEpoch) {
    return state == RunState.RUNNING && epoch == someEpoch;
  }

  /**
   * The same run, which ended with that event.
   *
   * @param messages the number of the last message that is kept
   */
  public Run endedAt(long seq, long messages) {
    return new Run(
        terms,
        version,
        state,
        changedAt,
        epoch,
        lease,
        progress.withMessages(messages),
        cancel,
        approvals,
        invocations,
        resumption,
        waitedMs,
        ending,
        seq);
  }

  /** Whether it asked for that approval. */
  public boolean hasApproval(String approvalId) {
    return approvals.stream().anyMatch(approval -> approval.id().equals(approvalId));
  }

  /** The approvals that nobody has answered. */
  public List<Approval> openApprovals() {
    return approvals.stream().filter(Approval::isOpen).toList();
  }
}
