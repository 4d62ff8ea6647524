package dev.baton.survey.core.participant.row;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a participant said at a question, accepted or not. Source: survey spec §4.4.
 *
 * @param timestamp the platform's clock, milliseconds since 1970
 * @param key the event key; with the timestamp it names the row
 * @param shortcode the form
 * @param parentShortcode the first form of the chain
 * @param formVersion the form's version
 * @param ref the question
 * @param response what was said, at most 20,000 characters
 * @param value the typed reading; null when it was not accepted
 * @param accepted whether it answered the question
 * @param reason why it did not, see the constants
 * @param decidedAt own clock, milliseconds since 1970
 */
public record AnswerRow(
    long timestamp,
    String key,
    String shortcode,
    String parentShortcode,
    int formVersion,
    String ref,
    String response,
    @Nullable Json value,
    boolean accepted,
    @Nullable String reason,
    long decidedAt) {

  /** Written before the question opened, or while its wait ended. */
  public static final String LATE = "late";

  /** No valid answer to the question. */
  public static final String INVALID = "invalid";

  /** Said after the form had closed. */
  public static final String CLOSED = "closed";
}
