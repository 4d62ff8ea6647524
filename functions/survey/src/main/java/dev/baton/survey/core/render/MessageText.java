package dev.baton.survey.core.render;

/** The length that the platform takes. Source: survey spec §3.2. */
final class MessageText {
  private static final int LONGEST = 2_000;

  private MessageText() {}

  /**
   * The text, cut to 1,999 characters and an ellipsis where it is longer than 2,000; no pair of
   * surrogates is split.
   */
  static String fitting(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
