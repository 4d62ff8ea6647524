package dev.baton.core.sequence;

import org.jspecify.annotations.Nullable;

/**
 * The id of an item and the place after it: {@code <seq>-<mark>}. The mark is 8 hex digits of a
 * hash of the log's id, so that a cursor of another log is told from one of this. Opaque to
 * clients. Source: command specification, section 7.2.
 *
 * @param seq the item's number, from 1
 * @param mark 8 hex digits
 */
public record SequenceCursor(long seq, String mark) {
  private static final int MARK_LENGTH = 8;
  private static final int MOST_DIGITS = 15;

  /** The id on the wire. */
  public String write() {
    return seq + "-" + mark;
  }

  /** The id of an item; null for number 0, which no item has. */
  public static @Nullable String idOf(long seq, String mark) {
    return seq == 0 ? null : new SequenceCursor(seq, mark).write();
  }

  /** The cursor of a text, or null when it is none of the log with this mark. */
  public static @Nullable SequenceCursor read(String text, String mark) {
    int dash = text.length() - MARK_LENGTH - 1;
    if (dash < 1 || dash > MOST_DIGITS || !text.startsWith("-" + mark, dash)) {
      return null;
    }
    boolean isNumber = text.charAt(0) != '0';
    for (int index = 0; index < dash; index++) {
      isNumber &= text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
    return isNumber ? new SequenceCursor(Long.parseLong(text, 0, dash, 10), mark) : null;
  }
}
