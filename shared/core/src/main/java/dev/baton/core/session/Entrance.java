package dev.baton.core.session;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who stands before a session: connections without a token yet, and how often a wrong one was
 * presented lately.
 *
 * @param knocks connections that were let in and have not authenticated, oldest first
 * @param failures wrong tokens since {@code failuresSince}
 * @param failuresSince when the first of them was presented, milliseconds since 1970
 */
public record Entrance(List<Knock> knocks, int failures, long failuresSince) {
  /** As many connections may wait for their token at once. */
  public static final int MOST_KNOCKS = 3;

  /** As many wrong tokens a minute are looked at. */
  public static final int MOST_FAILURES = 5;

  /** Nobody is there. */
  public static final Entrance EMPTY = new Entrance(List.of(), 0, 0);

  private static final long MINUTE = 60_000;

  /** Keeps a copy. */
  public Entrance {
    knocks = List.copyOf(knocks);
  }

  /** The knock of a connection, or null. */
  public @Nullable Knock knockOf(String connectionId) {
    return knocks.stream()
        .filter(knock -> knock.connectionId().equals(connectionId))
        .findFirst()
        .orElse(null);
  }

  /** Whether no further token is looked at now. */
  public boolean isFlooded(long now) {
    return failures >= MOST_FAILURES && now < failuresSince + MINUTE;
  }

  Entrance with(Knock knock) {
    return new Entrance(
        Stream.concat(knocks.stream(), Stream.of(knock)).toList(), failures, failuresSince);
  }

  Entrance without(String connectionId) {
    return new Entrance(
        knocks.stream().filter(knock -> !knock.connectionId().equals(connectionId)).toList(),
        failures,
        failuresSince);
  }

  Entrance failed(long now) {
    boolean sameMinute = failures > 0 && now < failuresSince + MINUTE;
    return new Entrance(knocks, sameMinute ? failures + 1 : 1, sameMinute ? failuresSince : now);
  }
}
