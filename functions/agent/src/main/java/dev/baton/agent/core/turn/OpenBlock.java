package dev.baton.agent.core.turn;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A block of an answer that is being streamed. */
final class OpenBlock {
  final int index;
  final String type;
  final JsonObject start;
  final StringBuilder text = new StringBuilder();
  final StringBuilder signature = new StringBuilder();

  OpenBlock(int index, JsonObject start) {
    this.index = index;
    this.start = start;
    String kind = start.text("type");
    this.type = kind == null ? "" : kind;
    append(text, start.text(type.equals("thinking") ? "thinking" : "text"));
    append(signature, start.text("signature"));
  }

  String id() {
    return orEmpty(start.text("id"));
  }

  String name() {
    return orEmpty(start.text("name"));
  }

  /** The block as it is kept, for all types but calls; null when nothing is worth it. */
  @Nullable Json kept() {
    return switch (type) {
      case "text" ->
          text.toString().isBlank()
              ? null
              : JsonObject.builder().put("type", type).put("text", text.toString()).build();
      case "thinking" ->
          JsonObject.builder()
              .put("type", type)
              .put("thinking", text.toString())
              .put("signature", signature.toString())
              .build();
      case "redacted_thinking" -> start;
      default -> null;
    };
  }

  private static void append(StringBuilder to, @Nullable String piece) {
    to.append(orEmpty(piece));
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
