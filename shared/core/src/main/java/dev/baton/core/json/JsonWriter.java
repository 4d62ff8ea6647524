package dev.baton.core.json;

import java.util.List;

/**
 * Writes JSON values as compact text. Lone surrogates are escaped, so that the text is always valid
 * UTF-8.
 */
final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private JsonWriter() {}

  static void write(Json json, StringBuilder out) {
    switch (json) {
      case JsonObject object -> writeObject(object, out);
      case JsonArray(List<Json> elements) -> writeArray(elements, out);
      case JsonText(String value) -> writeText(value, out);
      case JsonNumber(String literal) -> out.append(literal);
      case JsonBoolean(boolean value) -> out.append(value);
      case JsonNull nothing -> out.append("null");
    }
  }

  private static void writeObject(JsonObject object, StringBuilder out) {
    char separator = '{';
    for (JsonObject.Member member : object.members()) {
      out.append(separator);
      writeText(member.name(), out);
      out.append(':');
      write(member.value(), out);
      separator = ',';
    }
    out.append(separator == '{' ? "{}" : "}");
  }

  private static void writeArray(List<Json> elements, StringBuilder out) {
    char separator = '[';
    for (Json element : elements) {
      out.append(separator);
      write(element, out);
      separator = ',';
    }
    out.append(separator == '[' ? "[]" : "]");
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    int plainFrom = 0;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (isPlain(text, index, character)) {
        continue;
      }
      out.append(text, plainFrom, index);
      plainFrom = index + 1;
      writeEscape(character, out);
    }
    out.append(text, plainFrom, text.length()).append('"');
  }

  private static boolean isPlain(String text, int index, char character) {
    if (character < 0x20 || character == '"' || character == '\\') {
      return false;
    }
    return !Character.isSurrogate(character) || isPaired(text, index, character);
  }

  private static boolean isPaired(String text, int index, char character) {
    return Character.isHighSurrogate(character)
        ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
        : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
  }

  private static void writeEscape(char character, StringBuilder out) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u")
              .append(HEX[character >> 12])
              .append(HEX[(character >> 8) & 15])
              .append(HEX[(character >> 4) & 15])
              .append(HEX[character & 15]);
    }
  }
}
