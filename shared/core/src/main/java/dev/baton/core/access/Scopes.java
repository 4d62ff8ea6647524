package dev.baton.core.access;

import java.util.List;

/**
 * What a key may call, as command patterns: {@code *} everything, {@code survey-*} a category,
 * {@code survey} the same, {@code survey-list} one command. Source: command specification, section
 * 3.1.
 *
 * @param patterns the patterns, in any order
 */
public record Scopes(List<String> patterns) {

  /** Scopes over a copy of the patterns. */
  public Scopes {
    patterns = List.copyOf(patterns);
  }

  /** The scopes of a text with patterns between blanks. */
  public static Scopes parse(String text) {
    return new Scopes(List.of(text.strip().split("\\s+")));
  }

  /** Whether a command of that name may be called. */
  public boolean cover(String command) {
    return patterns.stream().anyMatch(pattern -> covers(pattern, command));
  }

  private static boolean covers(String pattern, String command) {
    if (pattern.equals("*") || pattern.equals(command)) {
      return true;
    }
    if (pattern.endsWith("-*")) {
      return command.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    boolean isCategory = !pattern.isEmpty() && pattern.indexOf('-') < 0 && pattern.indexOf('*') < 0;
    return isCategory && command.startsWith(pattern + "-");
  }
}
