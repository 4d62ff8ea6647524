package dev.baton.survey.core.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parser made of a text: a value, what it found wrong, or both. The value is absent exactly
 * when a problem is an error that leaves nothing to work with.
 *
 * @param value what was read, or null
 * @param problems what was found wrong, in document order
 * @param <T> what is read
 */
public record Parsed<T>(@Nullable T value, List<Problem> problems) {

  /** A result over a copy of the problems. */
  public Parsed {
    problems = List.copyOf(problems);
  }

  /** A value without problems. */
  public static <T> Parsed<T> of(T value) {
    return new Parsed<>(value, List.of());
  }

  /** No value, for these reasons. */
  public static <T> Parsed<T> none(Problem... problems) {
    return new Parsed<>(null, List.of(problems));
  }

  /** Whether one of the problems refuses the import. */
  public boolean hasError() {
    return problems.stream().anyMatch(Problem::error);
  }
}
