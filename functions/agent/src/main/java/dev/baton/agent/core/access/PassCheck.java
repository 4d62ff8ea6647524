package dev.baton.agent.core.access;

import dev.baton.agent.core.run.Run;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a pass that was found is good for. Source: streaming specification, section 4.1. */
public enum PassCheck {
  /** It opens a stream; a ticket is used by that. */
  OPENS,
  /** A used ticket resumes its run. */
  RESUMES,
  /** It is good for nothing any more, or not for this. */
  EXPIRED;

  /** How long after the end of its run a used ticket says that there is nothing more. */
  private static final Duration AFTERLIFE = Duration.ofSeconds(60);

  /**
   * Checks.
   *
   * @param positioned whether the request says where the viewer is
   * @param runId the run that the request names; null for none
   */
  public static PassCheck of(Pass pass, boolean positioned, @Nullable String runId, long now) {
    if (now >= pass.expiresAt()) {
      return EXPIRED;
    }
    return switch (pass.kind()) {
      case COOKIE -> OPENS;
      case TICKET -> ofTicket(pass, positioned, runId, now);
    };
  }

  private static PassCheck ofTicket(
      Pass pass, boolean positioned, @Nullable String runId, long now) {
    if (runId != null && pass.runId() != null && !runId.equals(pass.runId())) {
      return EXPIRED;
    }
    if (!pass.isUsed()) {
      return now < pass.usableUntil() ? OPENS : EXPIRED;
    }
    return positioned ? RESUMES : EXPIRED;
  }

  /** Whether a used ticket's run has ended too long ago. */
  public static boolean isOutlived(Run run, long now) {
    return run.state().isTerminal() && now >= run.changedAt() + AFTERLIFE.toMillis();
  }
}
