package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/** Matches a value against an author's pattern. Source: survey specification §5.3. */
public final class Patterns {
  private Patterns() {}

  /** Whether the value matches; total. An absent pattern matches everything. */
  public static boolean matches(@Nullable Json pattern, @Nullable Json value) {
    throw new UnsupportedOperationException(pattern + "" + value);
  }
}
