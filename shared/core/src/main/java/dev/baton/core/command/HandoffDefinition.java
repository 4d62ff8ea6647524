package dev.baton.core.command;

import java.util.List;

/**
 * What a command hands off to. The protocol is always read from here, never from a tag.
 *
 * @param protocol the protocol
 * @param alternatives further protocols that a caller may choose by input
 * @param resumable whether a lost connection can come back to the same session
 * @param fallbackCommand the command for callers who cannot speak the protocol
 * @param agentConsumable whether an agent can speak it itself
 * @param capabilities what the connection can do
 */
public record HandoffDefinition(
    Protocol protocol,
    List<Protocol> alternatives,
    boolean resumable,
    String fallbackCommand,
    boolean agentConsumable,
    List<String> capabilities) {

  /** A definition over copies of its lists. */
  public HandoffDefinition {
    alternatives = List.copyOf(alternatives);
    capabilities = List.copyOf(capabilities);
  }
}
