package dev.baton.local.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended, as {@code $disconnect} reports it.
 *
 * @param code close code of RFC 6455, section 7.4
 * @param reason a few words, may be empty
 */
record Ending(int code, String reason) {
  static final Ending DELETED = new Ending(1000, "");
  static final Ending GOING_AWAY = new Ending(1001, "Going away");
  static final Ending LOST = new Ending(1006, "Connection closed abnormally");

  private static final int NO_STATUS = 1005;

  /** The ending that the socket reports. */
  static Ending of(int code, @Nullable String reason) {
    return switch (code) {
      case NO_STATUS -> new Ending(code, "Client-side close frame status not set");
      case 1006 -> LOST;
      default -> new Ending(code, reason == null ? "" : reason);
    };
  }
}
