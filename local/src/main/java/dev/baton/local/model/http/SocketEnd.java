package dev.baton.local.model.http;

import java.time.Instant;

/**
 * The end of a socket.
 *
 * @param by who ended it
 * @param at when the server saw or did it, on the server's clock
 */
public record SocketEnd(By by, Instant at) {

  /** Who ended a socket. */
  public enum By {
    /** The other side closed or reset it. */
    CLIENT,
    /** The server closed it. */
    SERVER
  }
}
