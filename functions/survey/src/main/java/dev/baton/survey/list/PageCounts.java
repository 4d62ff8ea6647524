package dev.baton.survey.list;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.store.ParticipantSummary;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many participants of a page are in which state of which form, and since when the longest
 * waiting one waits.
 */
final class PageCounts {
  private final Map<String, Map<State, Integer>> states = new HashMap<>();
  private final Map<String, Long> oldestWaits = new HashMap<>();

  void add(ParticipantSummary participant) {
    String shortcode = participant.shortcode();
    if (shortcode == null) {
      return;
    }
    states
        .computeIfAbsent(shortcode, form -> new EnumMap<>(State.class))
        .merge(participant.state(), 1, Integer::sum);
    Long since = participant.waitSince();
    if (since != null && participant.state() == State.WAIT_EXTERNAL_EVENT) {
      oldestWaits.merge(shortcode, since, Math::min);
    }
  }

  /** Participants by state; states without participants are left out. */
  JsonObject states(String shortcode) {
    JsonObject.Builder counts = JsonObject.builder();
    states
        .getOrDefault(shortcode, Map.of())
        .forEach((state, count) -> counts.put(state.name(), count));
    return counts.build();
  }

  /** When the wait of the longest waiting participant was armed, or null when nobody waits. */
  @Nullable Long oldestWait(String shortcode) {
    return oldestWaits.get(shortcode);
  }
}
