package dev.baton.agent.core.position;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The position that a viewer names: everything up to it is known there. Source: streaming
 * specification, section 4.2.
 *
 * @param seq the number; 0 also when there is none
 * @param from who says it
 */
public record Asked(long seq, From from) {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** No position. */
  public static final Asked NONE = new Asked(0, From.NOBODY);

  /** Who says where a viewer is. */
  public enum From {
    /** Nobody. */
    NOBODY,
    /** The address. */
    AFTER,
    /** The header by which a browser resumes. */
    LAST_EVENT_ID
  }

  /**
   * The position of a request: the header if it says something, else the address.
   *
   * @return null when one of the two is no position, whichever would decide: to begin anew without
   *     a word would show everything twice
   */
  public static @Nullable Asked of(@Nullable String lastEventId, @Nullable String after) {
    boolean resumes = lastEventId != null && !lastEventId.isEmpty();
    if ((resumes && !isNumber(lastEventId)) || (after != null && !isNumber(after))) {
      return null;
    }
    if (resumes) {
      return new Asked(Long.parseLong(lastEventId), From.LAST_EVENT_ID);
    }
    return after == null ? NONE : new Asked(Long.parseLong(after), From.AFTER);
  }

  /** Whether the run must be the one that goes on at this position. */
  public boolean choosesRun() {
    return from == From.LAST_EVENT_ID || seq >= 1;
  }

  private static boolean isNumber(@Nullable String text) {
    return text != null && NUMBER.matcher(text).matches();
  }
}
