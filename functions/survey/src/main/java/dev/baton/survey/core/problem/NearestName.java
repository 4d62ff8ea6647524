package dev.baton.survey.core.problem;

import dev.baton.core.text.EditDistance;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the existing name that an author most likely meant by a dead one. */
public final class NearestName {
  // A name is an author's word; whatever is longer or more is no slip of the pen, and comparing it
  // all would let a form of a megabyte keep the linter busy for minutes.
  private static final int COMPARED_CHARACTERS = 40;
  private static final int COMPARED_NAMES = 500;

  private NearestName() {}

  /** The name with the fewest edits, the first of equals; null when there is none. */
  public static @Nullable String of(String dead, Collection<String> existing) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    String wanted = comparable(dead);
    for (String name : existing.stream().limit(COMPARED_NAMES).toList()) {
      int edits = EditDistance.between(wanted, comparable(name));
      if (edits < fewest) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest;
  }

  /** What to tell the author: the nearest name, or the text for the case that there is none. */
  public static String suggestion(String dead, Collection<String> existing, String otherwise) {
    String nearest = of(dead, existing);
    return nearest == null ? otherwise : "Write '" + nearest + "'.";
  }

  private static String comparable(String name) {
    return name.substring(0, Math.min(name.length(), COMPARED_CHARACTERS)).toLowerCase(Locale.ROOT);
  }
}
