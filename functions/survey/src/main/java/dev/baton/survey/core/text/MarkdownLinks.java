package dev.baton.survey.core.text;

/**
 * Undoes what Typeform makes of a typed URL: {@code [text](url)}. Source: survey specification
 * §4.3.
 */
final class MarkdownLinks {
  private static final String MIDDLE = "](";

  private MarkdownLinks() {}

  /** The text with its first link replaced by the link's URL. */
  static String unwrapFirst(String text) {
    int middle = text.indexOf(MIDDLE);
    while (middle >= 0) {
      int open = text.lastIndexOf('[', middle);
      int close = close(text, middle + MIDDLE.length());
      if (open >= 0 && close >= 0) {
        return text.substring(0, open)
            + text.substring(middle + MIDDLE.length(), close)
            + text.substring(close + 1);
      }
      middle = text.indexOf(MIDDLE, middle + 1);
    }
    return text;
  }

  /**
   * The raw description with the link of every line unwrapped whose unquoted value begins with one:
   * YAML would read the bracket as a list and refuse the rest.
   */
  static String unwrapPlain(String raw) {
    if (!raw.contains(MIDDLE)) {
      return raw;
    }
    StringBuilder lines = new StringBuilder(raw.length());
    int from = 0;
    while (from < raw.length()) {
      int end = raw.indexOf('\n', from);
      int to = end < 0 ? raw.length() : end + 1;
      String line = raw.substring(from, to);
      lines.append(beginsValue(line) ? unwrapFirst(line) : line);
      from = to;
    }
    return lines.toString();
  }

  /** Whether the line's first link stands directly behind {@code key: } or {@code - }. */
  private static boolean beginsValue(String line) {
    int middle = line.indexOf(MIDDLE);
    int open = middle < 0 ? -1 : line.lastIndexOf('[', middle);
    String before = open < 0 ? "" : line.substring(0, open);
    String stripped = before.stripTrailing();
    return stripped.length() < before.length()
        && (stripped.endsWith(":") || stripped.endsWith("-"));
  }

  /** Where the URL that begins there ends; -1 when it is empty, has a blank or is not closed. */
  private static int close(String text, int from) {
    for (int index = from; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == ')') {
        return index > from ? index : -1;
      }
      if (Character.isWhitespace(character)) {
        return -1;
      }
    }
    return -1;
  }
}
