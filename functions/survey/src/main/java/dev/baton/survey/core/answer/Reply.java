package dev.baton.survey.core.answer;

import org.jspecify.annotations.Nullable;

/** What a participant sent to the open question. */
public sealed interface Reply {

  /** A text, possibly empty. */
  record Text(String text) implements Reply {}

  /** A tap on a button. */
  record Tap(String value) implements Reply {}

  /**
   * An attachment.
   *
   * @param type image, video, audio, file or another kind
   * @param url where it lies, if given
   * @param id its id at the platform, if given
   */
  record Media(String type, @Nullable String url, @Nullable String id) implements Reply {}

  /** The participant agreed to be notified once. */
  record OptedIn() implements Reply {}

  /**
   * The reply as the text of an answer row: of media its url or id, else its type; of an optin
   * {@code optin}.
   */
  default String response() {
    return switch (this) {
      case Text(String text) -> text;
      case Tap(String value) -> value;
      case Media(String type, String url, String id) -> {
        String place = url == null ? id : url;
        yield place == null ? type : place;
      }
      case OptedIn optin -> "optin";
    };
  }

  /** What was written or tapped; null for the rest. */
  default @Nullable String words() {
    return switch (this) {
      case Text(String text) -> text;
      case Tap(String value) -> value;
      case Media media -> null;
      case OptedIn optin -> null;
    };
  }
}
