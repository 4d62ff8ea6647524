package dev.baton.agent.handoff;

import dev.baton.core.command.Protocol;
import dev.baton.core.session.SessionCommand;

/** How a session that is there already is opened once more. */
public enum Renewal {
  /** The answer that made it is given again, for streams. */
  STREAM_AGAIN,
  /** The answer that made it is given again, for a socket. */
  SOCKET_AGAIN,
  /** Its owner comes back to its stream. */
  STREAM_BACK,
  /** Its owner comes back to its socket. */
  SOCKET_BACK;

  /** Coming back over that protocol. */
  public static Renewal back(Protocol protocol) {
    return protocol == Protocol.SSE ? STREAM_BACK : SOCKET_BACK;
  }

  /** How it is opened. */
  public Protocol protocol() {
    return switch (this) {
      case STREAM_AGAIN, STREAM_BACK -> Protocol.SSE;
      case SOCKET_AGAIN, SOCKET_BACK -> Protocol.WEBSOCKET;
    };
  }

  /** What the shared session is asked. A stream needs no token of it, so its own stays. */
  SessionCommand command(String tokenHash) {
    return switch (this) {
      case STREAM_AGAIN -> new SessionCommand.Touch(null, null);
      case SOCKET_AGAIN -> new SessionCommand.Reissue(tokenHash);
      case STREAM_BACK, SOCKET_BACK -> new SessionCommand.Reconnect(tokenHash, null);
    };
  }
}
