package dev.baton.core.json;

import java.util.List;

/**
 * Writes one JSON value as compact text. Lone surrogates are escaped, so that the text is always
 * valid UTF-8. It is the hottest loop of the engine: a text without anything to escape, which is
 * nearly every one, is looked through once and then copied as a whole.
 */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();
  private static final int USUAL_LENGTH = 2048;
  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char character = ' '; character < PLAIN.length; character++) {
      PLAIN[character] = character != '"' && character != '\\';
    }
  }

  private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

  private JsonWriter() {}

  static String write(Json json) {
    JsonWriter writer = new JsonWriter();
    writer.value(json);
    return writer.out.toString();
  }

  private void value(Json json) {
    switch (json) {
      case JsonText(String value) -> text(value);
      case JsonObject object -> object(object);
      case JsonNumber(String literal) -> out.append(literal);
      case JsonArray(List<Json> elements) -> array(elements);
      case JsonBoolean(boolean value) -> out.append(value);
      case JsonNull nothing -> out.append("null");
    }
  }

  private void object(JsonObject object) {
    List<JsonObject.Member> members = object.members();
    out.append('{');
    for (int index = 0; index < members.size(); index++) {
      if (index > 0) {
        out.append(',');
      }
      text(members.get(index).name());
      out.append(':');
      value(members.get(index).value());
    }
    out.append('}');
  }

  private void array(List<Json> elements) {
    out.append('[');
    for (int index = 0; index < elements.size(); index++) {
      if (index > 0) {
        out.append(',');
      }
      value(elements.get(index));
    }
    out.append(']');
  }

  private void text(String text) {
    out.append('"');
    int plain = plainUntil(text, 0);
    if (plain == text.length()) {
      out.append(text);
    } else {
      escape(text, plain);
    }
    out.append('"');
  }

  /** Writes a text piece by piece; its first character that may not stand as it is is known. */
  private void escape(String text, int first) {
    int done = 0;
    for (int next = first; next < text.length(); next = plainUntil(text, done)) {
      out.append(text, done, next);
      escape(text.charAt(next));
      done = next + 1;
    }
    out.append(text, done, text.length());
  }

  /** The first character from there on that may not stand as it is, or the length of the text. */
  private static int plainUntil(String text, int from) {
    int index = from;
    while (index < text.length() && isPlain(text, index)) {
      index++;
    }
    return index;
  }

  private static boolean isPlain(String text, int index) {
    char character = text.charAt(index);
    return character < PLAIN.length
        ? PLAIN[character]
        : !Character.isSurrogate(character) || isPaired(text, index, character);
  }

  private static boolean isPaired(String text, int index, char character) {
    return Character.isHighSurrogate(character)
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private void escape(char character) {
    out.append('\\');
    switch (character) {
      case '"', '\\' -> out.append(character);
      case '\n' -> out.append('n');
      case '\r' -> out.append('r');
      case '\t' -> out.append('t');
      default -> {
        out.append('u');
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(HEX[(character >> shift) & 15]);
        }
      }
    }
  }
}
