package dev.baton.core.sequence;

import java.util.List;
import java.util.function.ToLongFunction;

/** Makes pages of the rows that a {@link Reading} asked for. */
public final class Paging {
  private Paging() {}

  /**
   * The page after a number.
   *
   * @param after what was asked
   * @param rows the rows after the number that are kept, ascending, at most one more than the limit
   * @param seqOf the number of a row
   * @param lastSeq the log's last number, read before the rows
   */
  public static <T> SequencePage<T> after(
      Reading.After after, List<T> rows, ToLongFunction<T> seqOf, long lastSeq) {
    boolean missing =
        rows.isEmpty()
            ? lastSeq > after.seq()
            : seqOf.applyAsLong(rows.getFirst()) > after.seq() + 1;
    if (after.given() && missing) {
      return new SequencePage.Expired<>(rows.isEmpty() ? null : seqOf.applyAsLong(rows.getFirst()));
    }
    boolean hasMore = rows.size() > after.limit();
    List<T> items = hasMore ? rows.subList(0, after.limit()) : rows;
    return items(items, hasMore, after.seq(), seqOf, lastSeq);
  }

  /**
   * The page of the newest rows.
   *
   * @param rows the rows, ascending
   * @param seqOf the number of a row
   * @param lastSeq the log's last number, read before the rows
   */
  public static <T> SequencePage<T> newest(List<T> rows, ToLongFunction<T> seqOf, long lastSeq) {
    return items(rows, false, 0, seqOf, lastSeq);
  }

  private static <T> SequencePage<T> items(
      List<T> items, boolean hasMore, long from, ToLongFunction<T> seqOf, long lastSeq) {
    long position = items.isEmpty() ? from : seqOf.applyAsLong(items.getLast());
    return new SequencePage.Items<>(items, hasMore, position, Math.max(lastSeq, position));
  }
}
