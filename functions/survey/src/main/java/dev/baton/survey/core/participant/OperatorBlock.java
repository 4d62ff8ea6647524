package dev.baton.survey.core.participant;

import dev.baton.survey.core.participant.effect.OutboxEntry;
import java.util.List;

/**
 * What an operator's block holds back.
 *
 * @param before the state that unblocking restores
 * @param held the outbox at that time
 */
public record OperatorBlock(State before, List<OutboxEntry> held) {

  /** Keeps a copy. */
  public OperatorBlock {
    held = List.copyOf(held);
  }
}
