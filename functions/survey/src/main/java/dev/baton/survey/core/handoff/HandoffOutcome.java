package dev.baton.survey.core.handoff;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a handoff ended. Source: survey spec §6.5. */
public enum HandoffOutcome {
  /** Passing the thread failed and no return was seen. */
  FAILED,
  /** The target gave the thread back. */
  RETURNED,
  /** The platform released the idle thread. */
  IDLE,
  /** Time ended the wait. */
  TIMED_OUT,
  /** Anything else ended it. */
  CANCELLED;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in records, hidden values and forms. */
  public String wireName() {
    return wireName;
  }

  /** The outcome of that name, or null when there is none. */
  public static @Nullable HandoffOutcome of(String wireName) {
    for (HandoffOutcome outcome : values()) {
      if (outcome.wireName.equals(wireName)) {
        return outcome;
      }
    }
    return null;
  }
}
