package dev.baton.local.graph.participant;

import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ParticipantActs.Deviation;
import dev.baton.local.graph.messenger.ParticipantActs.Done;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.SentMessage;
import java.util.List;
import java.util.Optional;

/** Answers that the question in a message accepts, as far as its metadata tells its type. */
final class LikelyAnswers {

  private LikelyAnswers() {}

  /** How to give an answer. */
  interface Answer {
    Optional<Done> apply(ParticipantActs acts, Conversation conversation);
  }

  static Answer to(SentMessage message) {
    List<SentMessage.Button> buttons = message.buttons();
    if (!buttons.isEmpty()) {
      // Which one depends on the message alone, so that a repeated run answers the same.
      SentMessage.Button button =
          buttons.get(Math.floorMod(message.text().hashCode(), buttons.size()));
      return (acts, who) -> Optional.of(acts.tap(who, button, Deviation.NONE));
    }
    String ref = message.metadata().path("ref").asText();
    return switch (message.metadata().path("type").asText()) {
      case "short_text", "long_text" -> text("My answer to " + ref);
      case "number" -> text("7");
      case "date" -> text("2026-01-31");
      case "email" -> text("someone@example.org");
      case "phone_number" -> text("+14155550123");
      case "upload", "file_upload" ->
          (acts, who) ->
              Optional.of(
                  acts.media(who, "image", "https://example.org/picture.jpg", Deviation.NONE));
      case "notify" ->
          (acts, who) ->
              Optional.of(
                  acts.optin(
                      who,
                      message.message().path("attachment").path("payload").path("payload").asText(),
                      Deviation.NONE));
      default -> (acts, who) -> Optional.empty();
    };
  }

  private static Answer text(String text) {
    return (acts, who) -> Optional.of(acts.text(who, text, Deviation.NONE));
  }
}
