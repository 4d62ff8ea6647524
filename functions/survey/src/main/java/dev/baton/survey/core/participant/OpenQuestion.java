package dev.baton.survey.core.participant;

import org.jspecify.annotations.Nullable;

/**
 * The field that the participant is at; in END the thank-you screen that was sent.
 *
 * @param ref the field
 * @param openedAt what was sent before is no answer to it: milliseconds since 1970, the platform's
 *     clock where it knows
 * @param openedBy the effect that first sent it; null when nothing was sent
 */
public record OpenQuestion(String ref, long openedAt, @Nullable String openedBy) {
  private static final long NOT_YET = Long.MAX_VALUE;

  /** A field that is to be sent when there is room for it; nothing said before answers it. */
  public static OpenQuestion ahead(String ref) {
    return new OpenQuestion(ref, NOT_YET, null);
  }

  /** Whether it has not been sent for want of room. */
  public boolean isAhead() {
    return openedAt == NOT_YET;
  }

  /** The same question, first sent by that effect. */
  public OpenQuestion openedBy(String effectId) {
    return new OpenQuestion(ref, openedAt, effectId);
  }
}
