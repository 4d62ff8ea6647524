package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads ids, which come as texts or as numbers of any length. Source: survey spec §1, §2.2, §2.5.
 */
final class Ids {
  private static final int LONGEST = 128;

  private Ids() {}

  /** The id of {@code {"id":...}} under the name: 1 to 128 characters as they came, or null. */
  static @Nullable String party(JsonObject item, String name) {
    JsonObject party = item.object(name);
    String id = party == null ? null : id(party.get("id"));
    return id == null || id.isEmpty() || id.length() > LONGEST || hasLoneSurrogate(id) ? null : id;
  }

  /** An app id: trimmed, null where it is null, absent or blank. */
  static @Nullable String app(@Nullable Json value) {
    String id = id(value);
    return id == null || id.isBlank() ? null : id.strip();
  }

  static boolean isDigits(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (text.charAt(index) < '0' || text.charAt(index) > '9') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String id(@Nullable Json value) {
    return value instanceof JsonNumber(String literal) && !isDigits(literal)
        ? null
        : Texts.scalar(value);
  }

  private static boolean hasLoneSurrogate(String id) {
    int point;
    for (int index = 0; index < id.length(); index += Character.charCount(point)) {
      point = id.codePointAt(index);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return true;
      }
    }
    return false;
  }
}
