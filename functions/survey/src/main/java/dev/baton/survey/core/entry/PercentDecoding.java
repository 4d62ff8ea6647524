package dev.baton.survey.core.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Percent decoding of UTF-8. Source: RFC 3986 §2.1. A plus stays a plus. */
final class PercentDecoding {
  private PercentDecoding() {}

  /** The decoded token, or the token as it is when it cannot be decoded. */
  static String decode(String token) {
    if (token.indexOf('%') < 0) {
      return token;
    }
    byte[] raw = token.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = bytes(raw);
    if (bytes == null) {
      return token;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : token;
  }

  private static byte @Nullable [] bytes(byte[] raw) {
    byte[] bytes = new byte[raw.length];
    int length = 0;
    for (int index = 0; index < raw.length; index++) {
      int value = raw[index];
      if (value == '%') {
        value = hex(raw, index + 1) << 4 | hex(raw, index + 2);
        if (value < 0) {
          return null;
        }
        index += 2;
      }
      bytes[length++] = (byte) value;
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int hex(byte[] raw, int index) {
    return index < raw.length ? Character.digit((char) raw[index], 16) : -1;
  }
}
