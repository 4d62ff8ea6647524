package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import java.util.Map;

/**
 * The room for hidden values and variables in a participant's state. Source: survey specification
 * §1.1.
 */
public final class ValueLimits {
  /** Keys of hidden values and variables together. */
  public static final int KEYS = 300;

  /** Bytes of names and values together, as JSON. */
  public static final int BYTES = 48 * 1024;

  private ValueLimits() {}

  /** Whether both maps together keep within the limits. */
  public static boolean fit(Map<String, Json> hidden, Map<String, Json> variables) {
    throw new UnsupportedOperationException("" + hidden + variables);
  }
}
