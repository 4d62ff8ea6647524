package dev.baton.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.live.LiveSocket;
import java.util.ArrayList;
import java.util.List;

/** What a client sees of a refusal, in a few words; fails when it could learn more than it may. */
final class Seen {
  private Seen() {}

  /** The error that comes next, and whether the socket still answers. */
  static String error(LiveSocket live) {
    JsonNode error = checked(live.next("error"));
    live.untilPong("still-there");
    return error.path("code").asText();
  }

  /** The error that comes next on a socket that need not be authenticated. */
  static String firstError(LiveSocket live) {
    return checked(live.next("error")).path("code").asText();
  }

  /** All errors and the last frame, until the socket ends. */
  static String end(LiveSocket live) {
    List<String> seen = new ArrayList<>();
    for (JsonNode frame = live.nextOrEnd(); frame != null; frame = live.nextOrEnd()) {
      switch (frame.path("type").asText()) {
        case "error" -> seen.add(checked(frame).path("code").asText());
        case "closed" -> addLast(seen, closed(checked(frame)));
        default -> {}
      }
    }
    seen.add(Integer.toString(live.closeCode()));
    return String.join(", ", seen);
  }

  // Effects of a write are done at least once, so the last frame may come again.
  private static void addLast(List<String> seen, String closed) {
    if (!seen.contains(closed)) {
      seen.add(closed);
    }
  }

  private static String closed(JsonNode frame) {
    return frame.path("code").asInt()
        + " "
        + frame.path("reason").asText()
        + (frame.path("reconnect").asBoolean() ? " reconnect" : " final");
  }

  private static JsonNode checked(JsonNode frame) {
    assertThat(frame.path("message").asText()).isNotBlank();
    assertThat(frame.path("suggestion").asText()).isNotBlank();
    leaksNothing(frame);
    return frame;
  }

  /** Neither inner parts nor other people. */
  static void leaksNothing(JsonNode answer) {
    assertThat(answer.toString())
        .doesNotContainIgnoringCase(
            "exception",
            "dev.baton",
            "amazon",
            "dynamo",
            "session#",
            "resource#",
            "owner_",
            "owner#")
        .doesNotContain("stranger", "ses_", "p_", "sha", "token\":");
  }
}
