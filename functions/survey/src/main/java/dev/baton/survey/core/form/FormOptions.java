package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.survey.core.waiting.TimeRules;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import says about a form beside its content. Source: survey spec §4.1.
 *
 * @param timezone where dates and instants without an offset are
 * @param closesAt when the form closes, milliseconds since 1970; null for never
 * @param followUpAfter how long after a question opened its reminder goes out, in milliseconds,
 *     below 24 hours
 * @param timeouts times that waits name by {@code {"variable": name}}: name to a duration or
 *     instant
 * @param fly whether the habits of fly surveys are kept
 */
public record FormOptions(
    ZoneId timezone,
    @Nullable Long closesAt,
    long followUpAfter,
    Map<String, Json> timeouts,
    boolean fly) {

  /** The options of an import that gives none: UTC, never closed, reminders after 12 hours. */
  public static final FormOptions DEFAULT =
      new FormOptions(ZoneId.of("UTC"), null, 43_200_000, Map.of(), false);

  /** Keeps a copy of the timeouts. */
  public FormOptions {
    timeouts = Map.copyOf(timeouts);
  }

  /** What the form says about time. */
  public TimeRules timeRules() {
    return new TimeRules(timezone, timeouts);
  }

  /** Whether the form is closed at that time. */
  public boolean isClosedAt(long now) {
    return closesAt != null && now >= closesAt;
  }
}
