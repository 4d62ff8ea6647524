package dev.baton.shell.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a field of an input may hold. Nothing is coerced and nothing is trimmed. */
public sealed interface InputType {

  /**
   * A text without control characters other than tab and newline.
   *
   * @param shortest least number of characters
   * @param longest greatest number of characters
   * @param shape a regular expression for the whole text, or null
   */
  record Text(int shortest, int longest, @Nullable String shape) implements InputType {}

  /**
   * One of some words.
   *
   * @param words the words
   */
  record Choice(List<String> words) implements InputType {}

  /**
   * An integer, both bounds included.
   *
   * @param least the least value
   * @param greatest the greatest value
   */
  record Whole(long least, long greatest) implements InputType {}

  /** True or false. */
  record Truth() implements InputType {}

  /** A point in time: an ISO-8601 text with offset, a date, or milliseconds since 1970. */
  record Moment() implements InputType {}

  /**
   * Any JSON object; its names are the caller's own.
   *
   * @param mostBytes greatest length of its compact UTF-8 text
   */
  record FreeObject(int mostBytes) implements InputType {}

  /**
   * Any JSON object, or a text that somebody else will read as one.
   *
   * @param mostBytes greatest length of its compact UTF-8 text
   */
  record Document(int mostBytes) implements InputType {}

  /**
   * An object with declared fields.
   *
   * @param schema its fields
   */
  record Nested(InputSchema schema) implements InputType {}
}
