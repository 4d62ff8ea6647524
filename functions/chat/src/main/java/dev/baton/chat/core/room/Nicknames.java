package dev.baton.chat.core.room;

import org.jspecify.annotations.Nullable;

/** What participants are called. Source: command specification, section 7.1. */
public final class Nicknames {
  private static final int PREFIX = "p_".length();
  private static final int SHOWN = 4;

  private Nicknames() {}

  /** The name of a participant who chose this one, or none. */
  public static String of(@Nullable String chosen, String participantId) {
    return chosen == null ? "guest-" + participantId.substring(PREFIX, PREFIX + SHOWN) : chosen;
  }
}
