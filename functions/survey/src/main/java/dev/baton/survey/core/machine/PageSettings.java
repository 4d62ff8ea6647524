package dev.baton.survey.core.machine;

import org.jspecify.annotations.Nullable;

/**
 * What the owner of a page set for it. Source: survey spec §8, {@code page_settings}.
 *
 * @param defaultForm the form of those who come without a link; null for none
 * @param resetShortcode the form name that resets a tester; null for none
 * @param echoTag whether messages carry the id of their effect
 * @param manualTimers whether time moves waits only when an operator fires them
 */
public record PageSettings(
    @Nullable String defaultForm,
    @Nullable String resetShortcode,
    boolean echoTag,
    boolean manualTimers) {
  /** A page whose owner set nothing. */
  public static final PageSettings DEFAULT = new PageSettings(null, null, true, false);
}
