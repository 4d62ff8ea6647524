package dev.baton.survey.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.shell.dynamo.Cursor;
import dev.baton.survey.store.NoSuchPlace;
import dev.baton.survey.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads long lists page by page and keeps what is asked for. */
public final class Gathering {
  // Enough to fill a page of which one row in ten is kept; a rarer one continues with the next
  // cursor.
  private static final int MOST_READS = 60;
  // Lambda returns at most six megabytes.
  private static final long HEAVIEST_PAGE = 4_000_000;
  private static final int WHOLE_PAGE = 1_000;

  private Gathering() {}

  /**
   * One page of some list.
   *
   * @param <T> its rows
   */
  @FunctionalInterface
  public interface Source<T> {

    /** At most so many rows from the place on. */
    Page<T> read(int limit, @Nullable Cursor from);
  }

  /**
   * The next rows that are kept, at most as many as the listing asks for; perhaps fewer although
   * more follow, because many were passed over or few are so heavy that an answer holds no more.
   * Null when the listing begins where the list has no place.
   *
   * @param weight the JSON of a row, to weigh it by
   */
  public static <T> @Nullable Page<T> rows(
      Listing listing, Source<T> source, Predicate<T> kept, Function<T, Json> weight) {
    try {
      return fitting(listing, source, kept, weight);
    } catch (NoSuchPlace forged) {
      return null;
    }
  }

  private static <T> Page<T> fitting(
      Listing listing, Source<T> source, Predicate<T> kept, Function<T, Json> weight) {
    Page<T> page = rows(listing.limit(), listing.from(), source, kept);
    while (page.rows().size() > 1 && weigh(page, weight) > HEAVIEST_PAGE) {
      page = rows(page.rows().size() / 2, listing.from(), source, kept);
    }
    return page;
  }

  private static <T> Page<T> rows(
      int limit, @Nullable Cursor from, Source<T> source, Predicate<T> kept) {
    List<T> rows = new ArrayList<>();
    Cursor next = from;
    for (int reads = 0; reads < MOST_READS; reads++) {
      Page<T> page = source.read(limit - rows.size(), next);
      page.rows().stream().filter(kept).forEach(rows::add);
      next = page.next();
      if (next == null || rows.size() == limit) {
        break;
      }
    }
    return new Page<>(rows, next);
  }

  // The answer is JSON text inside the JSON that a function returns, so everything is escaped
  // twice.
  private static <T> long weigh(Page<T> page, Function<T, Json> weight) {
    return page.rows().stream()
        .mapToLong(row -> Json.of(weight.apply(row).write()).write().getBytes(UTF_8).length)
        .sum();
  }

  /** Shows every row of a list to the consumer, at most so many; whether that was all of them. */
  public static <T> boolean all(int most, Source<T> source, Consumer<T> consumer) {
    Cursor next = null;
    for (int seen = 0; seen < most; seen += WHOLE_PAGE) {
      Page<T> page = source.read(WHOLE_PAGE, next);
      page.rows().forEach(consumer);
      next = page.next();
      if (next == null) {
        return true;
      }
    }
    return false;
  }
}
