package dev.baton.core.access;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a key may call, as command patterns: {@code *} everything, {@code survey-*} a category,
 * {@code survey} the same, {@code survey-list} one command; and as rights beyond calling, such as
 * {@code agent:unattended}. Source: command specification, section 3.1.
 *
 * @param patterns the patterns, in any order
 */
public record Scopes(List<String> patterns) {
  private static final String EVERYTHING = "*";
  private static final Pattern PATTERN =
      Pattern.compile("\\*|[a-z][a-z0-9]*:[a-z]+|[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*(?:-\\*)?");

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

  /** Whether everything that a pattern covers is covered here, by one pattern. */
  public boolean contain(String pattern) {
    String prefix = prefix(pattern);
    return prefix == null
        ? cover(pattern)
        : patterns.stream()
            .map(Scopes::prefix)
            .anyMatch(own -> own != null && prefix.startsWith(own));
  }

  /** Whether a text is a pattern at all. */
  public static boolean isPattern(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** The patterns as a text with blanks between them. */
  public String write() {
    return String.join(" ", patterns);
  }

  private static boolean covers(String pattern, String command) {
    String prefix = prefix(pattern);
    return pattern.equals(command) || (prefix != null && command.startsWith(prefix));
  }

  /** What all commands that a pattern covers begin with; null when it covers only one, or none. */
  private static @Nullable String prefix(String pattern) {
    if (pattern.equals(EVERYTHING)) {
      return "";
    }
    if (pattern.endsWith("-*")) {
      return pattern.substring(0, pattern.length() - 1);
    }
    boolean isCategory = !pattern.isEmpty() && pattern.indexOf('-') < 0 && pattern.indexOf('*') < 0;
    return isCategory ? pattern + "-" : null;
  }
}
