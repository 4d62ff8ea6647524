package dev.baton.survey.core.handoff;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Snake case as fly's authors know it from lodash's {@code snakeCase}: {@code readingLevel2} →
 * {@code reading_level_2}, {@code HTMLPage} → {@code html_page}, {@code 2ndTry} → {@code 2nd_try}.
 * Source: survey specification §7.3; lodash 4 {@code words}, {@code deburr}.
 */
final class SnakeCase {
  private SnakeCase() {}

  static String of(String name) {
    String plain = deburred(name);
    StringBuilder snake = new StringBuilder(name.length() + 8);
    int position = 0;
    while (position < plain.length()) {
      int end = Words.end(plain, position);
      if (end > position) {
        if (!snake.isEmpty()) {
          snake.append('_');
        }
        snake.append(plain, position, end);
      }
      position = Math.max(end, position + 1);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  /** Without accents and apostrophes; letters that are no accented ones are spelt out. */
  private static String deburred(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    for (int index = 0; index < decomposed.length(); index++) {
      char character = decomposed.charAt(index);
      if (Character.getType(character) != Character.NON_SPACING_MARK
          && character != '\''
          && character != '\u2019') {
        plain.append(spelt(character));
      }
    }
    return plain.toString();
  }

  private static String spelt(char character) {
    return switch (character) {
      case 'ß' -> "ss";
      case 'Æ' -> "Ae";
      case 'æ' -> "ae";
      case 'Œ' -> "Oe";
      case 'œ' -> "oe";
      case 'Ø' -> "O";
      case 'ø' -> "o";
      case 'Đ', 'Ð' -> "D";
      case 'đ', 'ð' -> "d";
      case 'Ł' -> "L";
      case 'ł' -> "l";
      case 'Þ' -> "Th";
      case 'þ' -> "th";
      case 'ı' -> "i";
      default -> String.valueOf(character);
    };
  }
}
