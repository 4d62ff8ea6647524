package dev.baton.core.json;

import java.util.Arrays;
import java.util.List;

/**
 * Writes one JSON value as compact text. Lone surrogates are escaped, so that the text is always
 * valid UTF-8. Characters are collected in an array: it is the hottest loop of the engine, and a
 * StringBuilder checks every character it is given.
 */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int LONGEST_ESCAPE = 6;
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char character = ' '; character < PLAIN.length; character++) {
      PLAIN[character] = character != '"' && character != '\\';
    }
  }

  private char[] buffer = new char[512];
  private int length;

  private JsonWriter() {}

  static String write(Json json) {
    JsonWriter writer = new JsonWriter();
    writer.value(json);
    return new String(writer.buffer, 0, writer.length);
  }

  private void value(Json json) {
    switch (json) {
      case JsonObject object -> object(object);
      case JsonArray(List<Json> elements) -> array(elements);
      case JsonText(String value) -> text(value);
      case JsonNumber(String literal) -> raw(literal);
      case JsonBoolean(boolean value) -> raw(value ? "true" : "false");
      case JsonNull nothing -> raw("null");
    }
  }

  private void object(JsonObject object) {
    List<JsonObject.Member> members = object.members();
    put('{');
    for (int index = 0; index < members.size(); index++) {
      if (index > 0) {
        put(',');
      }
      text(members.get(index).name());
      put(':');
      value(members.get(index).value());
    }
    put('}');
  }

  private void array(List<Json> elements) {
    put('[');
    for (int index = 0; index < elements.size(); index++) {
      if (index > 0) {
        put(',');
      }
      value(elements.get(index));
    }
    put(']');
  }

  private void put(char character) {
    reserve(1);
    buffer[length++] = character;
  }

  private void raw(String text) {
    reserve(text.length());
    text.getChars(0, text.length(), buffer, length);
    length += text.length();
  }

  private void text(String text) {
    put('"');
    raw(text);
    int begin = length - text.length();
    int plain = begin;
    while (plain < length && isPlain(buffer[plain])) {
      plain++;
    }
    if (plain < length) {
      length = plain;
      escape(text, plain - begin);
    }
    put('"');
  }

  /** Writes the rest of a text from its first character that may not stand as it is. */
  private void escape(String text, int from) {
    for (int index = from; index < text.length(); index++) {
      reserve(LONGEST_ESCAPE);
      char character = text.charAt(index);
      boolean plain =
          character < PLAIN.length
              ? PLAIN[character]
              : !Character.isSurrogate(character) || isPaired(text, index, character);
      if (plain) {
        buffer[length++] = character;
      } else {
        escape(character);
      }
    }
  }

  /** Whether a character of the buffer may stand as it is; surrogates are left to a closer look. */
  private static boolean isPlain(char character) {
    return character < PLAIN.length ? PLAIN[character] : !Character.isSurrogate(character);
  }

  private static boolean isPaired(String text, int index, char character) {
    return Character.isHighSurrogate(character)
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private void escape(char character) {
    buffer[length++] = '\\';
    switch (character) {
      case '"', '\\' -> buffer[length++] = character;
      case '\n' -> buffer[length++] = 'n';
      case '\r' -> buffer[length++] = 'r';
      case '\t' -> buffer[length++] = 't';
      default -> {
        buffer[length++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
          buffer[length++] = HEX[(character >> shift) & 15];
        }
      }
    }
  }

  private void reserve(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
