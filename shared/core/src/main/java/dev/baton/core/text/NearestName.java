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
      String candidate = plain(name);
      if (Math.abs(plain.length() - candidate.length()) < best) {
        int distance = EditDistance.between(plain, candidate);
        nearest = distance < best ? name : nearest;
        best = Math.min(best, distance);
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
}
