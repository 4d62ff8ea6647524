package dev.baton.core.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a log gets.
 *
 * @param <T> the items
 */
public sealed interface SequencePage<T> {

  /**
   * Items without a gap after the place asked for.
   *
   * @param items ascending by number
   * @param hasMore whether an item after the last of them existed when they were read
   * @param position the last number returned, else the one asked from; 0 for neither
   * @param lastSeq the log's last number
   */
  record Items<T>(List<T> items, boolean hasMore, long position, long lastSeq)
      implements SequencePage<T> {

    /** Keeps a copy. */
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * Items right after the place asked for are no longer kept.
   *
   * @param oldestSeq the oldest number that is; null when there is none
   */
  record Expired<T>(@Nullable Long oldestSeq) implements SequencePage<T> {}

  /** The place asked for is none of this log. */
  record Invalid<T>() implements SequencePage<T> {}
}
