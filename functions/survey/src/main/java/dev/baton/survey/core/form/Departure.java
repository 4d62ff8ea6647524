package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import java.util.Map;

/**
 * What leaving a field comes to. Source: survey spec §4.6.
 *
 * @param variables all variables after the calculations
 * @param destination where the survey goes on
 * @param failedCalculations calculations that left their variable as it was
 */
public record Departure(
    Map<String, Json> variables, Destination destination, int failedCalculations) {

  /** Keeps a copy of the variables. */
  public Departure {
    variables = Map.copyOf(variables);
  }

  /** Where a survey goes on. */
  public sealed interface Destination {

    /**
     * A field of the same form.
     *
     * @param field the field
     */
    record ToField(Field field) implements Destination {}

    /**
     * The first field of another form.
     *
     * @param stitch which form, and what it is told
     */
    record ToForm(Stitch stitch) implements Destination {}

    /** Nowhere: the survey is finished. */
    record ToEnd() implements Destination {}
  }
}
