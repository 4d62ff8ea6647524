package dev.baton.shell.json;

import dev.baton.core.json.Json;
import org.jspecify.annotations.Nullable;

/** What came of reading a JSON text: its value, or why it has none. */
public sealed interface JsonReading {

  /** The value, or null when the text was not readable. */
  default @Nullable Json orNull() {
    return switch (this) {
      case Readable(Json json) -> json;
      case Unreadable unreadable -> null;
    };
  }

  /**
   * The text is one JSON value.
   *
   * @param json the value
   */
  record Readable(Json json) implements JsonReading {}

  /**
   * The text is no JSON value within the limits.
   *
   * @param cause what kind of fault
   * @param message one sentence for the sender of the text, without any part of the text but member
   *     names
   */
  record Unreadable(Cause cause, String message) implements JsonReading {}

  /** The kinds of faults of a text. */
  enum Cause {
    /** Not JSON at all, or nothing but blanks. */
    SYNTAX,
    /** Bytes that are not UTF-8. */
    ENCODING,
    /** A second value or other text after the first. */
    TRAILING_TEXT,
    /** Nested deeper than allowed. */
    TOO_DEEP,
    /** The same member name twice in one object. */
    DUPLICATE_KEY
  }
}
