package dev.baton.local.model.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts a text into deltas: within words, and a character of several bytes always by itself. */
public final class Pieces {
  private static final int[] NATURAL = {3, 5, 2, 4, 6, 4};
  private static final int LAST_OF_ONE_BYTE = 0x7f;

  private Pieces() {}

  /**
   * Pieces of about one token each.
   *
   * @return no empty piece; none for an empty text
   */
  public static List<String> natural(String text) {
    return cut(text, NATURAL);
  }

  /** Pieces of at most so many characters. */
  public static List<String> of(String text, int characters) {
    return cut(text, new int[] {characters});
  }

  private static List<String> cut(String text, int[] sizes) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int left = sizes[0];
    for (int point : text.codePoints().toArray()) {
      boolean wide = point > LAST_OF_ONE_BYTE;
      if (!piece.isEmpty() && (wide || left == 0)) {
        pieces.add(take(piece));
        left = sizes[pieces.size() % sizes.length];
      }
      piece.appendCodePoint(point);
      left = wide ? 0 : left - 1;
    }
    if (!piece.isEmpty()) {
      pieces.add(take(piece));
    }
    return List.copyOf(pieces);
  }

  private static String take(StringBuilder piece) {
    String taken = piece.toString();
    piece.setLength(0);
    return taken;
  }

  /** The first half of pieces, of their only one's characters if there is but one. */
  static List<String> half(List<String> pieces) {
    if (pieces.size() != 1) {
      return pieces.subList(0, pieces.size() / 2);
    }
    int[] points = pieces.getFirst().codePoints().toArray();
    StringBuilder half = new StringBuilder();
    IntStream.range(0, points.length / 2).forEach(place -> half.appendCodePoint(points[place]));
    return half.isEmpty() ? List.of() : List.of(half.toString());
  }
}
