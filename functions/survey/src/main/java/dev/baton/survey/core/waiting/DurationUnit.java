package dev.baton.survey.core.waiting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A unit of a duration and how authors write it. Source: survey specification §5.2. */
enum DurationUnit {
  SECOND(1, "s", "sec", "secs", "second", "seconds"),
  MINUTE(60, "m", "min", "mins", "minute", "minutes"),
  HOUR(60 * 60, "h", "hr", "hrs", "hour", "hours"),
  DAY(24 * 60 * 60, "d", "day", "days"),
  WEEK(7 * 24 * 60 * 60, "w", "wk", "wks", "week", "weeks");

  private static final Map<String, DurationUnit> BY_WORD = byWord();

  private final long seconds;
  private final List<String> words;

  DurationUnit(long seconds, String... words) {
    this.seconds = seconds;
    this.words = List.of(words);
  }

  /** The unit of that name in any case, or null. */
  static @Nullable DurationUnit of(String word) {
    return BY_WORD.get(word.toLowerCase(Locale.ROOT));
  }

  long seconds() {
    return seconds;
  }

  private static Map<String, DurationUnit> byWord() {
    Map<String, DurationUnit> units = new HashMap<>();
    Arrays.stream(values()).forEach(unit -> unit.words.forEach(word -> units.put(word, unit)));
    return Map.copyOf(units);
  }
}
