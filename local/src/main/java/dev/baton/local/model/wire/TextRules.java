package dev.baton.local.model.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** Rules of text blocks. */
final class TextRules {
  private TextRules() {}

  static void check(String place, JsonNode block) {
    if (!block.path("text").isTextual()) {
      throw new Violation(place + ".text", "field required");
    }
    if (block.path("text").asText().isBlank()) {
      throw new Violation(place, "a text block must not be empty or only white space");
    }
  }
}
