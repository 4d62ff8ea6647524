package dev.baton.survey.core.logic;

import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What logic must know of a field to read its answer.
 *
 * @param readsAsBoolean whether its answer also reads as boolean: yes/no and legal fields unless
 *     under {@code fly}
 * @param locale how its answers write numbers
 * @param dateFormat how its answers write dates, if it is a date field
 * @param choices label by ref and by id of each choice
 */
public record FieldTraits(
    boolean readsAsBoolean,
    NumberLocale locale,
    @Nullable DateFormat dateFormat,
    Map<String, String> choices) {

  /** A field without anything special. */
  public static final FieldTraits PLAIN =
      new FieldTraits(false, NumberLocale.EN_US, null, Map.of());

  /** Traits over a copy of the choices. */
  public FieldTraits {
    choices = Map.copyOf(choices);
  }
}
