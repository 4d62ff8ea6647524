package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Texts inside an item: those that are JSON themselves, and values read as text. */
final class Texts {
  private static final JsonReader EMBEDDED =
      JsonReader.keepingDuplicates(WebhookReader.MAXIMUM_DEPTH);

  private Texts() {}

  /** The object that the value is, as value or as text; null where it is none. */
  static @Nullable JsonObject object(@Nullable Json value) {
    if (value instanceof JsonText(String text)) {
      boolean mayBe = text.stripLeading().startsWith("{");
      return mayBe && EMBEDDED.read(text).orNull() instanceof JsonObject object ? object : null;
    }
    return value instanceof JsonObject object ? object : null;
  }

  /** A text itself or a number as written; null of everything else. */
  static @Nullable String scalar(@Nullable Json value) {
    if (value instanceof JsonText(String text)) {
      return text;
    }
    return value instanceof JsonNumber(String literal) ? literal : null;
  }

  /** The value as text, objects and arrays as JSON; null of null. */
  static @Nullable String of(@Nullable Json value) {
    return switch (value) {
      case null -> null;
      case JsonNull nothing -> null;
      case JsonText(String text) -> text;
      case JsonNumber(String literal) -> literal;
      case JsonBoolean(boolean truth) -> Boolean.toString(truth);
      case JsonObject object -> object.write();
      case JsonArray array -> array.write();
    };
  }
}
