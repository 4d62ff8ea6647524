package dev.baton.core.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command does to a session.
 *
 * @param next the session afterwards, with the next version if there is something to write
 * @param events what happened, in order
 * @param effects what follows outside, in order
 * @param outcome what came of the command
 */
public record SessionDecision(
    Session next, List<SessionEvent> events, List<SessionEffect> effects, SessionOutcome outcome) {

  /** Keeps copies. */
  public SessionDecision {
    events = List.copyOf(events);
    effects = List.copyOf(effects);
  }

  /** Whether there is something to write. */
  public boolean writes() {
    return !events.isEmpty();
  }

  /** Why the command was refused, or null. */
  public @Nullable SessionRefusal refusal() {
    return outcome instanceof SessionOutcome.Refused(SessionRefusal refusal) ? refusal : null;
  }

  /** The token that was issued, or null: a token offered to the machine is used only then. */
  public @Nullable OutstandingToken issued() {
    for (SessionEvent event : events) {
      if (event instanceof SessionEvent.TokenIssued issued) {
        return issued.token();
      }
    }
    return null;
  }

  /** Whether others see another presence of the participant now. */
  public boolean movesMember() {
    return events.stream().anyMatch(SessionDecision::movesMember);
  }

  private static boolean movesMember(SessionEvent event) {
    return switch (event) {
      case SessionEvent.Attached attached -> true;
      case SessionEvent.Dropped dropped -> true;
      case SessionEvent.Closed closed -> true;
      case SessionEvent.Expired expired -> true;
      case SessionEvent.TokenIssued issued -> false;
      case SessionEvent.TakenOver taken -> false;
      case SessionEvent.AttemptsForgotten forgotten -> false;
      case SessionEvent.ActivitySeen seen -> false;
      case SessionEvent.Engaged engaged -> false;
      case SessionEvent.PositionConfirmed confirmed -> false;
      case SessionEvent.Knocked knocked -> false;
      case SessionEvent.KnockEnded ended -> false;
      case SessionEvent.AuthenticationFailed failed -> false;
      case SessionEvent.Warned warned -> false;
      case SessionEvent.DeadlineMoved moved -> false;
      case SessionEvent.TimerSet set -> false;
    };
  }

  /** Whether what follows from it ends this connection. */
  public boolean closes(String connectionId) {
    return effects.stream()
        .anyMatch(effect ->
            effect instanceof SessionEffect.Close(String closed, var reason)
                && closed.equals(connectionId));
  }
}
