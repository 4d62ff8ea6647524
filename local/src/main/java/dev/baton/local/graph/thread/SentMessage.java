package dev.baton.local.graph.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that an app of the page sent and Messenger accepted.
 *
 * @param at milliseconds since 1970
 * @param message the {@code message} object of the Send API as it was accepted, titles already cut
 */
public record SentMessage(String mid, long at, String appId, ObjectNode message) {

  /** What a person reads: the text, the text of a button template, or nothing. */
  public String text() {
    JsonNode text = message.path("text");
    JsonNode title = message.path("attachment").path("payload");
    return text.isTextual()
        ? text.asText()
        : title.path("text").asText(title.path("title").asText(""));
  }

  /** The metadata, read as a JSON object; an empty object if it is none. */
  public ObjectNode metadata() {
    return Trees.parseObject(message.path("metadata").asText("")).orElseGet(Trees::object);
  }

  /** Quick replies and postback buttons, in their order. */
  public List<Button> buttons() {
    List<Button> buttons = new ArrayList<>();
    for (JsonNode reply : message.path("quick_replies")) {
      buttons.add(new Button(reply.path("title").asText(), reply.path("payload").asText(), false));
    }
    for (JsonNode button : message.path("attachment").path("payload").path("buttons")) {
      if (button.path("type").asText().equals("postback")) {
        buttons.add(
            new Button(button.path("title").asText(), button.path("payload").asText(), true));
      }
    }
    for (JsonNode component : message.path("template").path("components")) {
      for (JsonNode parameter : component.path("parameters")) {
        if (parameter.path("type").asText().equals("POSTBACK")) {
          String payload = parameter.path("payload").asText();
          buttons.add(new Button(parameter.path("title").asText(payload), payload, true));
        }
      }
    }
    return List.copyOf(buttons);
  }

  public Optional<Button> button(String title) {
    return buttons().stream().filter(button -> button.title().equals(title)).findFirst();
  }

  /**
   * Something to tap.
   *
   * @param postback a tap comes back as a postback, not as a message with a quick reply
   */
  public record Button(String title, String payload, boolean postback) {}
}
