package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonText;

/** Bounds the leaves of foreign JSON. Source: survey specification §7.1, §7.2. */
final class Leaves {
  private static final int DIGITS = 64;
  private static final int EXPONENT = 308;

  private Leaves() {}

  /** The leaf itself; long texts cut, numbers of absurd size as text. */
  static Json bounded(Json leaf) {
    return switch (leaf) {
      case JsonText(String text) when text.length() > Flattening.TEXT -> new JsonText(cut(text));
      case JsonNumber(String literal) when isAbsurd(literal) -> new JsonText(literal);
      case Json other -> other;
    };
  }

  /** Never between the halves of a character. */
  private static String cut(String text) {
    int end = Flattening.TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static boolean isAbsurd(String literal) {
    int digits = 0;
    int exponent = 0;
    boolean inExponent = false;
    for (int index = 0; index < literal.length(); index++) {
      char character = literal.charAt(index);
      if (character == 'e' || character == 'E') {
        inExponent = true;
      } else if (character >= '0' && character <= '9' && inExponent) {
        exponent = Math.min(EXPONENT + 1, exponent * 10 + (character - '0'));
      } else if (character >= '0' && character <= '9') {
        digits++;
      }
    }
    return digits > DIGITS || exponent > EXPONENT;
  }
}
