package dev.baton.agent.schema;

import dev.baton.agent.core.session.AgentSession;
import dev.baton.core.command.Protocol;
import dev.baton.shell.command.Arguments;
import java.util.Objects;
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

  /** The protocol that was asked for; else a socket once the session was handed to one. */
  public static Protocol orAsBefore(@Nullable Protocol asked, AgentSession session) {
    return Objects.requireNonNullElse(asked, session.sockets() ? Protocol.WEBSOCKET : Protocol.SSE);
  }
}
