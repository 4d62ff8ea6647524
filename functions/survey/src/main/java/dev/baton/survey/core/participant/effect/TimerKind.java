package dev.baton.survey.core.participant.effect;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The timers of a participant, one of each kind at a time. Source: survey spec §5.4. */
public enum TimerKind {
  /** Ends an armed wait. */
  WAIT,
  /** Reminds of an open question. */
  FOLLOWUP,
  /** Lets a refused or uncertain effect go again. */
  RETRY;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in schedules, commands and the participant item. */
  public String wireName() {
    return wireName;
  }

  /** The kind of that name, or null when there is none. */
  public static @Nullable TimerKind of(String wireName) {
    for (TimerKind kind : values()) {
      if (kind.wireName.equals(wireName)) {
        return kind;
      }
    }
    return null;
  }
}
