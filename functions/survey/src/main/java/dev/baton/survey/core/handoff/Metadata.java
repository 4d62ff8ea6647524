package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;

/**
 * What an app attached when it passed the thread. Reading it never fails: text that is no JSON is
 * plain. Source: survey spec §2.5 and §7.
 */
public sealed interface Metadata {

  /** Nothing came, or an empty text. */
  record Absent() implements Metadata {}

  /**
   * A text that is no JSON.
   *
   * @param text the text as it came
   */
  record Plain(String text) implements Metadata {}

  /**
   * A JSON value, given as text or as value.
   *
   * @param value the value
   * @param rawCharacters length of its text as it came
   */
  record Structured(Json value, int rawCharacters) implements Metadata {}
}
