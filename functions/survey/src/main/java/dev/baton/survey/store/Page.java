package dev.baton.survey.store;

import dev.baton.shell.dynamo.Cursor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows that were asked for.
 *
 * @param rows the rows in order; possibly none although more follow
 * @param next where the rest begins; null at the end
 * @param <T> the rows
 */
public record Page<T>(List<T> rows, @Nullable Cursor next) {

  /** Keeps a copy. */
  public Page {
    rows = List.copyOf(rows);
  }

  <U> Page<U> map(Function<T, U> reading) {
    return new Page<>(rows.stream().map(reading).toList(), next);
  }
}
