package dev.baton.agent.work.watch;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.store.DynamoViewerStore;
import dev.baton.agent.work.signal.Stop;
import dev.baton.agent.work.signal.StopSign;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionCommand;
import dev.baton.core.session.SessionState;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import java.time.Duration;

/**
 * For whom a run works: it keeps their session from idling out, ends with the session, and, if it
 * was begun so, ends when the last viewer has gone. For one thread. Source: streaming
 * specification, sections 1.1 and 10.2.
 */
public final class RunCompany {
  private static final Duration ENGAGEMENT = Duration.ofMinutes(1);
  private static final Duration ALONE = Duration.ofSeconds(30);

  private final Sessions sessions;
  private final DynamoViewerStore viewers;
  private final Run run;
  private final StopSign sign;
  private long engagedAt = Long.MIN_VALUE;
  private long seenAt = Long.MIN_VALUE;

  /**
   * The company of one run.
   *
   * @param sign is raised when nobody is left
   */
  public RunCompany(Sessions sessions, DynamoViewerStore viewers, Run run, StopSign sign) {
    this.sessions = sessions;
    this.viewers = viewers;
    this.run = run;
    this.sign = sign;
  }

  /** Looks after them. */
  public void look(long now) {
    if (engagedAt == Long.MIN_VALUE || now - engagedAt >= ENGAGEMENT.toMillis()) {
      engagedAt = now;
      engage();
    }
    if (run.terms().endsAlone()) {
      lookForViewers(now);
    }
  }

  private void engage() {
    sessions.handle(run.sessionId(), new SessionCommand.Engage(), Origin.ofBaton(run.id()));
    Session session = sessions.find(run.sessionId());
    if (session != null && session.state() == SessionState.EXPIRED) {
      cancel("session_expired");
    } else if (session != null && session.state() == SessionState.CLOSED) {
      cancel("session_ended");
    }
  }

  private void lookForViewers(long now) {
    boolean first = seenAt == Long.MIN_VALUE;
    if (viewers.countLive(run.sessionId(), now) > 0) {
      if (first) {
        viewers.remember(run.sessionId(), run.id(), now);
      }
      seenAt = now;
    } else if (first) {
      // The worker before may have seen somebody.
      seenAt = viewers.hadViewer(run.sessionId(), run.id()) ? now : Long.MIN_VALUE;
    } else if (now - seenAt >= ALONE.toMillis()) {
      cancel("viewer_gone");
    }
  }

  private void cancel(String reason) {
    sign.raise(new Stop.End(new RunEnding.Cancelled(reason)));
  }
}
