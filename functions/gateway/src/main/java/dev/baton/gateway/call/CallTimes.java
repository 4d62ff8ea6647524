package dev.baton.gateway.call;

import java.time.Duration;

/**
 * How long commands may take, as the gateway sees it.
 *
 * @param command one command
 * @param budget a whole request; the HTTP API gives up after 30 seconds
 */
public record CallTimes(Duration command, Duration budget) {
  /** What a tool that calls others has beyond their time. */
  static final Duration MARGIN = Duration.ofSeconds(2);
}
