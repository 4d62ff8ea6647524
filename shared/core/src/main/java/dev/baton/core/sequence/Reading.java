package dev.baton.core.sequence;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a log answer a request, decided before they are read. Source: command
 * specification, section 7.2.
 */
public sealed interface Reading {

  /**
   * Rows after a number, ascending.
   *
   * @param seq the number; 0 for the beginning
   * @param given whether a caller claims to have everything up to it
   * @param limit how many the caller gets; one more is read
   */
  record After(long seq, boolean given, int limit) implements Reading {}

  /**
   * The newest rows.
   *
   * @param limit how many
   */
  record Newest(int limit) implements Reading {}

  /** The cursor is malformed, of another log, or beyond the end of this one. */
  record Invalid() implements Reading {}

  /**
   * What a request asks for. A cursor together with {@code latest} is refused before.
   *
   * @param since the caller's cursor, or null
   * @param latest whether the newest items are wanted
   * @param limit how many items
   * @param mark the mark of the log
   * @param lastSeq the log's last number, read before; 0 when it is empty
   */
  static Reading of(@Nullable String since, boolean latest, int limit, String mark, long lastSeq) {
    if (since == null) {
      return latest ? new Newest(limit) : new After(0, false, limit);
    }
    SequenceCursor cursor = SequenceCursor.read(since, mark);
    return cursor == null || cursor.seq() > lastSeq
        ? new Invalid()
        : new After(cursor.seq(), true, limit);
  }
}
