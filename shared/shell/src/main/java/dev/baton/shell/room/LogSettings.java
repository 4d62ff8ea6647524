package dev.baton.shell.room;

import java.time.Duration;

/**
 * How long logs keep what.
 *
 * @param retention how long an item is kept; zero for ever
 * @param once how long a name makes repetitions harmless
 */
public record LogSettings(Duration retention, Duration once) {

  /** As the specification says, sections 3.4 and 7.2. */
  public static final LogSettings DEFAULTS =
      new LogSettings(Duration.ofDays(30), Duration.ofHours(24));
}
