package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names of the hidden values about a handoff, and how they are cleared. Source: survey
 * specification §7.4, §7.5.
 */
public final class HandoverKeys {
  /** Begins every name. */
  public static final String PREFIX = "e_handover_";

  /** How the handoff ended. */
  public static final String OUTCOME = PREFIX + "outcome";

  /** The target, as text. */
  public static final String TARGET_APP_ID = PREFIX + "target_app_id";

  /** Seconds from start to end. */
  public static final String DURATION_SECONDS = PREFIX + "duration_seconds";

  /** Code of the error of passing. */
  public static final String ERROR_CODE = PREFIX + "error_code";

  /** Message of the error of passing. */
  public static final String ERROR_MESSAGE = PREFIX + "error_message";

  /** Code of the error of taking control back. */
  public static final String TAKE_ERROR_CODE = PREFIX + "take_error_code";

  /** Why the metadata was not merged. */
  public static final String METADATA_ERROR = PREFIX + "metadata_error";

  /** How many values found their name taken. */
  public static final String COLLISIONS = PREFIX + "collisions";

  private static final Set<String> ENGINE =
      Set.of(
          OUTCOME,
          TARGET_APP_ID,
          DURATION_SECONDS,
          ERROR_CODE,
          ERROR_MESSAGE,
          TAKE_ERROR_CODE,
          METADATA_ERROR,
          COLLISIONS);

  private static final String STEP = PREFIX + "step";

  private HandoverKeys() {}

  /** Whether the name is one that the engine sets itself. */
  public static boolean isEngineKey(String name) {
    return ENGINE.contains(name);
  }

  /** Whether the name is one of a step of a chain, {@code e_handover_step<n>_*}. */
  public static boolean isStepKey(String name) {
    if (!name.startsWith(STEP)) {
      return false;
    }
    int index = STEP.length();
    while (index < name.length() && name.charAt(index) >= '0' && name.charAt(index) <= '9') {
      index++;
    }
    return index > STEP.length() && index < name.length() && name.charAt(index) == '_';
  }

  /** The hidden values without any of a handoff: on entering a handoff field. */
  public static Map<String, Json> cleared(Map<String, Json> hidden) {
    Map<String, Json> others = new LinkedHashMap<>(hidden);
    others.keySet().removeIf(name -> name.startsWith(PREFIX));
    return others;
  }

  /** The hidden values without the unnumbered ones of a handoff: between the steps of a chain. */
  public static Map<String, Json> clearedForNextStep(Map<String, Json> hidden) {
    Map<String, Json> others = new LinkedHashMap<>(hidden);
    others.keySet().removeIf(name -> name.startsWith(PREFIX) && !isStepKey(name));
    return others;
  }

  /**
   * The hidden values with the unnumbered ones of a handoff kept a second time as those of the
   * step, from 1.
   */
  public static Map<String, Json> withStepCopy(Map<String, Json> hidden, int step) {
    Map<String, Json> both = new LinkedHashMap<>(hidden);
    hidden.forEach((name, value) -> {
      if (name.startsWith(PREFIX) && !isStepKey(name)) {
        both.put(STEP + step + "_" + name.substring(PREFIX.length()), value);
      }
    });
    return both;
  }
}
