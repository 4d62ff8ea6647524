package dev.baton.local.model.reply;

import java.time.Duration;
import java.util.List;

/**
 * How fast and in what portions a stream is written.
 *
 * @param beforeDelta pause before each delta
 * @param chunks sizes in bytes of what is written at once, used in turn; empty for a frame at once
 */
public record Pace(Duration beforeDelta, List<Integer> chunks) {

  /** As fast as it goes, a frame at once. */
  public static final Pace FAST = new Pace(Duration.ZERO, List.of());

  /** About sixty tokens a second. */
  public static final Pace NATURAL = new Pace(Duration.ofMillis(16), List.of());

  /** A pace with a copy of the sizes. */
  public Pace {
    chunks = List.copyOf(chunks);
  }
}
