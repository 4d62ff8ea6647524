package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.core.session.Session;
import dev.baton.core.session.SessionState;

/**
 * Looks at runs with the eyes of somebody who wants to know: a run whose worker is gone ends by it,
 * and so does one whose session is over. Thread-safe.
 */
public final class RunWatch {
  private final AgentRuns runs;

  /** A watch over these runs. */
  public RunWatch(AgentRuns runs) {
    this.runs = runs;
  }

  /** The run as it is after a look, with its session as the clock has it. */
  public Run look(Session session, Run run) {
    Run seen = cancelIfOver(session, run);
    return seen.state().isTerminal() ? seen : after(seen, new RunCommand.Look());
  }

  /** Calls a run off whose session is over; nothing else changes. */
  public Run cancelIfOver(Session session, Run run) {
    return session.state().isLive() || run.state().isTerminal()
        ? run
        : after(run, new RunCommand.Cancel(reason(session)));
  }

  private Run after(Run run, RunCommand command) {
    return switch (runs.handle(run.sessionId(), run.id(), command)) {
      case RunHandled.Decided(Run now, var outcome) -> now;
      case RunHandled.Unknown unknown -> run;
      case RunHandled.Contended busy -> run;
    };
  }

  private static String reason(Session session) {
    return session.state() == SessionState.CLOSED ? "session_ended" : "session_expired";
  }
}
