package dev.baton.survey.core.handoff;

import dev.baton.core.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * What an app attached when it passed the thread. Reading it never fails: text that is no JSON is
 * plain. Source: survey spec §2.5 and §7.
 */
public sealed interface Metadata {

  /** Length as it came, in bytes of UTF-8. */
  default int bytes() {
    return switch (this) {
      case Absent() -> 0;
      case Plain(String text) -> text.getBytes(StandardCharsets.UTF_8).length;
      case Structured(Json value, int rawBytes) -> rawBytes;
    };
  }

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
   * @param rawBytes length of its text as it came, in UTF-8
   */
  record Structured(Json value, int rawBytes) implements Metadata {}
}
