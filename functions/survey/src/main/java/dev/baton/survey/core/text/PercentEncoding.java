package dev.baton.survey.core.text;

import java.nio.charset.StandardCharsets;

/** Percent encoding of all but unreserved characters, as UTF-8. Source: RFC 3986 §2.3. */
public final class PercentEncoding {
  private static final String UNRESERVED = "-_.~";
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /** Appends the text, encoded. */
  public static void append(String text, StringBuilder out) {
    int plain = 0;
    while (plain < text.length() && isUnreserved(text.charAt(plain))) {
      plain++;
    }
    out.append(text, 0, plain);
    if (plain == text.length()) {
      return;
    }
    for (byte value : text.substring(plain).getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved((char) (value & 0xff))) {
        out.append((char) value);
      } else {
        out.append('%').append(HEX[value >> 4 & 15]).append(HEX[value & 15]);
      }
    }
  }

  private static boolean isUnreserved(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || UNRESERVED.indexOf(character) >= 0;
  }
}
