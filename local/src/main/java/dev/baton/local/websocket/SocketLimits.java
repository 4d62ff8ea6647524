package dev.baton.local.websocket;

import java.time.Duration;

/**
 * What a WebSocket connection may do. A frame or message that is too large closes it with 1009,
 * silence and age with 1001. Only messages break the silence, in either direction; pings do not.
 *
 * <p>Source: Amazon API Gateway developer guide, "Quotas for configuring and running a WebSocket
 * API".
 *
 * @param message largest message, in bytes
 * @param frame largest frame that a client may send, in bytes; larger messages to it are cut
 * @param idle longest time without a message
 * @param life longest time of a connection
 */
public record SocketLimits(int message, int frame, Duration idle, Duration life) {

  /** The limits of API Gateway, which nobody can raise. */
  public static final SocketLimits AWS =
      new SocketLimits(128 * 1024, 32 * 1024, Duration.ofMinutes(10), Duration.ofHours(2));
}
