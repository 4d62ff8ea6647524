package dev.baton.survey.core.handoff;

import java.util.Locale;

/** Why foreign data is not merged, the first that applies. Source: survey specification §7.2. */
public enum FlatteningError {
  /** More than 16 KiB as it came. */
  TOO_LARGE,
  /** Nested more than 10 deep. */
  TOO_DEEP,
  /** More than 200 names. */
  TOO_MANY_KEYS,
  /** A name of more than 255 characters. */
  KEY_TOO_LONG,
  /** No room in the participant's hidden values; found by whoever merges. */
  NO_ROOM;

  /** Its name in records and hidden values. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
