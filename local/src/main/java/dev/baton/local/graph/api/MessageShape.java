package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.refusal.GraphError;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which messages the Send API takes. Source: Messenger Platform, "Send API reference". A title of a
 * quick reply above 20 characters is no error: Messenger cuts it.
 */
final class MessageShape {

  private static final int TEXT = 2_000;
  private static final int METADATA = 1_000;
  private static final int PAYLOAD = 1_000;
  private static final int QUICK_REPLIES = 13;
  private static final int TITLE = 20;
  private static final Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
  private static final Set<String> MEDIA = Set.of("image", "audio", "video", "file");

  private MessageShape() {}

  static Optional<GraphError> errorOf(ObjectNode body) {
    String type = body.path("messaging_type").asText("RESPONSE");
    if (!TYPES.contains(type)) {
      return parameter(
          "Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG, UTILITY}");
    }
    if (type.equals("MESSAGE_TAG") && body.path("tag").asText().isEmpty()) {
      return parameter("The parameter tag is required");
    }
    if (!(body.get("message") instanceof ObjectNode message)) {
      return parameter("The parameter message is required");
    }
    return textError(message)
        .or(() -> contentError(message))
        .or(() -> quickReplyError(message))
        .or(() -> attachmentError(message.get("attachment")));
  }

  /** The message as a person sees it: titles of quick replies cut to what fits. */
  static ObjectNode shown(ObjectNode message) {
    ObjectNode shown = message.deepCopy();
    for (JsonNode reply : shown.path("quick_replies")) {
      String title = reply.path("title").asText();
      if (reply instanceof ObjectNode button && length(title) > TITLE) {
        button.put("title", title.substring(0, title.offsetByCodePoints(0, TITLE)));
      }
    }
    return shown;
  }

  private static Optional<GraphError> textError(ObjectNode message) {
    JsonNode text = message.get("text");
    if (text != null && (!text.isTextual() || text.asText().isEmpty())) {
      return parameter("Param message[text] must be a non-empty UTF-8 encoded string");
    }
    if (text != null && length(text.asText()) > TEXT) {
      return tooLong("message[text]", TEXT);
    }
    if (message.has("metadata") && !message.path("metadata").isTextual()) {
      return parameter("Param message[metadata] must be a string.");
    }
    if (length(message.path("metadata").asText()) > METADATA) {
      return tooLong("message[metadata]", METADATA);
    }
    return Optional.empty();
  }

  private static Optional<GraphError> contentError(ObjectNode message) {
    int contents = 0;
    for (String member : new String[] {"text", "attachment", "template"}) {
      contents += message.hasNonNull(member) ? 1 : 0;
    }
    if (contents == 0) {
      return parameter("Empty message");
    }
    return contents == 1
        ? Optional.empty()
        : parameter("A message holds either text, an attachment or a template");
  }

  private static Optional<GraphError> quickReplyError(ObjectNode message) {
    JsonNode replies = message.path("quick_replies");
    if (replies.size() > QUICK_REPLIES) {
      return parameter(
          "Param message[quick_replies] has too many elements: at most " + QUICK_REPLIES);
    }
    for (JsonNode reply : replies) {
      boolean text = reply.path("content_type").asText().equals("text");
      if (text && (reply.path("title").asText().isEmpty() || !reply.path("payload").isTextual())) {
        return parameter("A quick reply of type text requires title and payload");
      }
      if (length(reply.path("payload").asText()) > PAYLOAD) {
        return tooLong("message[quick_replies][payload]", PAYLOAD);
      }
    }
    return Optional.empty();
  }

  private static Optional<GraphError> attachmentError(@Nullable JsonNode attachment) {
    if (attachment == null) {
      return Optional.empty();
    }
    String type = attachment.path("type").asText();
    JsonNode payload = attachment.path("payload");
    if (type.equals("template")) {
      return payload.path("template_type").asText().isEmpty()
          ? parameter("Param message[attachment][payload] requires template_type")
          : Optional.empty();
    }
    if (!MEDIA.contains(type)) {
      return parameter("Param message[attachment][type] must be one of " + MEDIA);
    }
    return payload.path("url").asText().isEmpty() && payload.path("attachment_id").isMissingNode()
        ? parameter("Param message[attachment][payload] requires url or attachment_id")
        : Optional.empty();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static Optional<GraphError> tooLong(String name, int most) {
    return parameter("Length of param " + name + " must be less than or equal to " + most);
  }

  private static Optional<GraphError> parameter(String message) {
    return Optional.of(GraphError.parameter(message));
  }
}
