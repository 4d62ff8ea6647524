package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import java.util.List;
import java.util.Map;

/** What storing a signal did. Source: survey specification §7.6. */
public sealed interface SignalMerge {

  /**
   * The signal is stored.
   *
   * @param hidden all hidden values afterwards
   * @param names the names set by each type of signal so far, without their prefix; kept in the
   *     participant's state
   */
  record Merged(Map<String, Json> hidden, Map<String, List<String>> names) implements SignalMerge {}

  /**
   * The signal is refused and nothing changes.
   *
   * @param reason what is wrong with it, a sentence
   */
  record BadEvent(String reason) implements SignalMerge {}
}
