package dev.baton.shell.room;

import dev.baton.core.json.JsonObject;

/** What came of appending to a log. */
public sealed interface Appending {

  /**
   * It is appended.
   *
   * @param entry as it is stored
   */
  record Appended(LogEntry entry) implements Appending {}

  /**
   * The same content was appended under the same name before; nothing is stored.
   *
   * @param body what readers got then
   */
  record Duplicate(JsonObject body) implements Appending {}

  /** Other content was appended under the same name before; nothing is stored. */
  record Reused() implements Appending {}

  /** The resource does not exist; nothing is stored. */
  record Absent() implements Appending {}

  /** Others were first eight times in a row; nothing is stored. */
  record Busy() implements Appending {}
}
