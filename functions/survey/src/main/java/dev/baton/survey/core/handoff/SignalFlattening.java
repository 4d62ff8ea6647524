package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import java.util.List;
import java.util.Map;

/** Turns a signal into hidden values {@code e_<type>_*}. Source: survey specification §7.6. */
public final class SignalFlattening {
  private SignalFlattening() {}

  /**
   * Replaces what an earlier signal of the same type set; total.
   *
   * @param event the signal, an object with a text {@code type}
   * @param rawCharacters length of its text as it came
   * @param hidden the hidden values so far
   * @param names the names set by each type so far, without their prefix
   * @param snakeCase whether member names become snake case, as fly has it
   */
  public static SignalMerge merge(
      Json event,
      int rawCharacters,
      Map<String, Json> hidden,
      Map<String, List<String>> names,
      boolean snakeCase) {
    throw new UnsupportedOperationException(
        "" + event + rawCharacters + hidden + names + snakeCase);
  }
}
