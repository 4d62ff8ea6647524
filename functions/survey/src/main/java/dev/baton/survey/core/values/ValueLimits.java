package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import java.util.Map;

/**
 * The room for hidden values and variables in a participant's state. Source: survey specification
 * §1.1.
 */
public final class ValueLimits {
  /** Keys of hidden values and variables together. */
  public static final int KEYS = 300;

  /** Bytes of names and values together, UTF-8, without quotes and separators. */
  public static final int BYTES = 48 * 1024;

  private ValueLimits() {}

  /** Whether both maps together keep within the limits. */
  public static boolean fit(Map<String, Json> hidden, Map<String, Json> variables) {
    return hidden.size() + variables.size() <= KEYS && bytes(hidden) + bytes(variables) <= BYTES;
  }

  private static long bytes(Map<String, Json> values) {
    long bytes = 0;
    for (Map.Entry<String, Json> entry : values.entrySet()) {
      bytes += utf8(entry.getKey());
      bytes +=
          entry.getValue() instanceof JsonText(String text)
              ? utf8(text)
              : utf8(entry.getValue().write());
    }
    return bytes;
  }

  /** UTF-8 length without encoding: a surrogate counts two, which a pair makes four. */
  private static long utf8(String text) {
    long bytes = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character < 0x80) {
        bytes += 1;
      } else {
        bytes += character < 0x800 || Character.isSurrogate(character) ? 2 : 3;
      }
    }
    return bytes;
  }
}
