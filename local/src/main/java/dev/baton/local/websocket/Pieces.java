package dev.baton.local.websocket;

import java.nio.charset.StandardCharsets;

/** Cuts a text into pieces that fit into frames, never inside of a character. */
final class Pieces {
  private static final int LONGEST_CHARACTER = 3;

  private final String text;
  private final int longest;
  private int begin;
  private boolean begun;

  /**
   * The pieces of a text.
   *
   * @param frame largest piece, in bytes of UTF-8
   */
  Pieces(String text, int frame) {
    this.text = text;
    boolean whole = text.getBytes(StandardCharsets.UTF_8).length <= frame;
    this.longest = whole ? text.length() : frame / LONGEST_CHARACTER;
  }

  /** Whether all was handed out; an empty text has one empty piece. */
  boolean isEmpty() {
    return begun && begin == text.length();
  }

  String next() {
    int end = Math.min(text.length(), begin + longest);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    String piece = text.substring(begin, end);
    begin = end;
    begun = true;
    return piece;
  }
}
