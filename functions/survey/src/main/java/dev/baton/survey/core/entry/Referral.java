package dev.baton.survey.core.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the {@code ref} of a link says. Source: survey specification §2.4. */
public sealed interface Referral {

  /**
   * A link that reads.
   *
   * @param shortcode the form it names, or null
   * @param values the hidden values it sets, in order, without names that are the engine's
   * @param ticket hidden value {@code vt} of the closed form in lower-case hex, or null
   */
  record Link(@Nullable String shortcode, Map<String, String> values, @Nullable String ticket)
      implements Referral {}

  /** A closed form that does not read: the participant gets no form at all. */
  record Undecodable() implements Referral {}
}
