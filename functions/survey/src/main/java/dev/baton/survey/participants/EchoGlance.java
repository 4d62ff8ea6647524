package dev.baton.survey.participants;

import dev.baton.survey.core.inbound.Happening.Echoed;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * Says when an echo may be settled by a read that is a moment old. Nearly every echo is of an
 * effect that is done already; such a one stays done, whatever was written since.
 */
final class EchoGlance {
  private EchoGlance() {}

  /** Whether the command is an echo that names its effect. */
  static boolean concerns(Command command) {
    return effect(command) != null;
  }

  /** Whether a newer read could not change that the echo is inert. */
  static boolean isSettled(Command command, Participant glanced, Decision decision) {
    String effect = effect(command);
    if (decision.writes() || effect == null) {
      return false;
    }
    boolean open =
        glanced.outbox().entry(effect) != null || glanced.outbox().parkedEntry(effect) != null;
    return !open && turn(effect) <= glanced.turn();
  }

  private static @Nullable String effect(Command command) {
    return command instanceof Command.Arrived(var item) && item.happening() instanceof Echoed echoed
        ? echoed.eid()
        : null;
  }

  // What is no effect id of ours cannot be in any outbox, now or later.
  private static long turn(String effect) {
    int colon = effect.indexOf(':');
    try {
      return colon < 0 ? 0 : Long.parseLong(effect, 0, colon, 10);
    } catch (NumberFormatException foreign) {
      return 0;
    }
  }
}
