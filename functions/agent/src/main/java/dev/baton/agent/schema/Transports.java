package dev.baton.agent.schema;

import dev.baton.core.command.Protocol;
import dev.baton.shell.command.Arguments;
import org.jspecify.annotations.Nullable;

/** The field {@code transport} of a request. */
public final class Transports {
  private Transports() {}

  /** The protocol that was asked for, or null. */
  public static @Nullable Protocol of(Arguments arguments) {
    String transport = arguments.text("transport");
    if (transport == null) {
      return null;
    }
    return transport.equals(Protocol.SSE.word()) ? Protocol.SSE : Protocol.WEBSOCKET;
  }
}
