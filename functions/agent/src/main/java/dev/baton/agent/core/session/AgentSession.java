package dev.baton.agent.core.session;

import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of an agent session: what the shared session record does not know. Immutable.
 *
 * @param sessionId the id, which it shares with the session record
 * @param owner whose it is
 * @param version how often it was written, from 1
 * @param settings how its agent is set up
 * @param inflightRun the run under way, or null
 * @param latestRun the last run that was begun, or null
 * @param nextSeq the number that the next event gets; while a run is under way the log knows better
 * @param messages the number of the last message; while a run is under way the run knows better
 * @param runs how many runs were begun
 * @param usage what all ended runs cost
 * @param costNanos the same in billionths of a dollar; null when nothing of it has a price
 * @param sockets whether its events are also pushed to a WebSocket
 * @param createdAt when it was made, milliseconds since 1970
 */
public record AgentSession(
    String sessionId,
    String owner,
    long version,
    AgentSettings settings,
    @Nullable String inflightRun,
    @Nullable String latestRun,
    long nextSeq,
    long messages,
    int runs,
    Usage usage,
    @Nullable Long costNanos,
    boolean sockets,
    long createdAt) {

  /** A session without a run. */
  public static AgentSession made(
      String sessionId, String owner, AgentSettings settings, boolean sockets, long now) {
    return new AgentSession(
        sessionId, owner, 1, settings, null, null, 1, 0, 0, Usage.NONE, null, sockets, now);
  }

  /** The session in which that run has begun. */
  public AgentSession begun(Run run, long messagesNow) {
    return new AgentSession(
        sessionId,
        owner,
        version + 1,
        settings,
        run.id(),
        run.id(),
        run.terms().firstSeq() + 1,
        messagesNow,
        runs + 1,
        usage,
        costNanos,
        sockets,
        createdAt);
  }

  /** The session whose run has ended with the event of that number. */
  public AgentSession ended(Run run, long lastSeq) {
    Progress progress = run.progress();
    return new AgentSession(
        sessionId,
        owner,
        version + 1,
        settings,
        null,
        latestRun,
        lastSeq + 1,
        Math.max(messages, progress.messages()),
        runs,
        usage.plus(progress.usage()),
        Progress.together(costNanos, progress.costNanos()),
        sockets,
        createdAt);
  }

  /** The session whose events are also pushed. */
  public AgentSession pushed() {
    return new AgentSession(
        sessionId,
        owner,
        version + 1,
        settings,
        inflightRun,
        latestRun,
        nextSeq,
        messages,
        runs,
        usage,
        costNanos,
        true,
        createdAt);
  }
}
