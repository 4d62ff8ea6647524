package dev.baton.core.text;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant: the known name with the fewest differing letters. */
public final class NearestName {
  private static final int LONGEST_COMPARED = 100;

  private NearestName() {}

  /**
   * The known name nearest to the given one: at most a third of its letters differ, at least two
   * may, case and separators count as nothing; null when none is near.
   */
  public static @Nullable String of(String given, Collection<String> known) {
    String plain = plain(given);
    if (plain.isEmpty() || plain.length() > LONGEST_COMPARED) {
      return null;
    }
    int best = Math.max(2, plain.length() / 3) + 1;
    String nearest = null;
    for (String name : known) {
      int distance = distance(plain, plain(name), best);
      if (distance < best) {
        best = distance;
        nearest = name;
      }
    }
    return nearest;
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /**
   * The number of insertions, deletions and substitutions; any number from the limit on when it is
   * not below it.
   */
  private static int distance(String left, String right, int limit) {
    if (Math.abs(left.length() - right.length()) >= limit) {
      return limit;
    }
    int[] previous = new int[right.length() + 1];
    for (int column = 0; column <= right.length(); column++) {
      previous[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[right.length() + 1];
      current[0] = row;
      for (int column = 1; column <= right.length(); column++) {
        int changed = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                previous[column - 1] + changed,
                1 + Math.min(previous[column], current[column - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
