package dev.baton.survey.core.text;

/** Finds placeholders in a text. The inside of one holds no brace and no line break. */
final class PlaceholderScan {
  static final String OPEN = "{{";
  static final String CLOSE = "}}";

  private PlaceholderScan() {}

  /** Where the next placeholder begins, or -1. Of more than two braces the last two open it. */
  static int open(String text, int from) {
    int open = text.indexOf(OPEN, from);
    while (open >= 0 && open + 2 < text.length() && text.charAt(open + 2) == '{') {
      open++;
    }
    return open;
  }

  /**
   * Where the placeholder that begins there ends, behind its braces, or -1 when it is not closed.
   */
  static int end(String text, int open) {
    for (int index = open + OPEN.length(); index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == '{' || character == '\n' || character == '\r') {
        return -1;
      }
      if (character == '}') {
        return text.startsWith(CLOSE, index) ? index + CLOSE.length() : -1;
      }
    }
    return -1;
  }
}
