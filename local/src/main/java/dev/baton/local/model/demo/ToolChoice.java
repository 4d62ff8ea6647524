package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the tool that a phrase fits best: a word of the tool's name counts four, any word of the
 * description or of an argument one. Less than two is no fit. Each argument that the phrase gives
 * counts three more, each that is missing three less; the first of equals wins.
 */
final class ToolChoice {
  private static final int NAMED = 4;
  private static final int ARGUMENT = 3;
  private static final int MENTION = 1;
  private static final int LEAST = 2;

  private ToolChoice() {}

  static Optional<JsonNode> best(Phrase phrase, List<JsonNode> tools) {
    Set<String> words = Words.of(phrase.words());
    JsonNode best = null;
    int most = Integer.MIN_VALUE;
    for (JsonNode tool : tools) {
      int fit = fit(words, tool);
      if (fit >= LEAST && fit + arguments(tool, phrase) > most) {
        best = tool;
        most = fit + arguments(tool, phrase);
      }
    }
    return Optional.ofNullable(best);
  }

  private static int arguments(JsonNode tool, Phrase phrase) {
    Arguments arguments = Arguments.of(tool, phrase);
    return ARGUMENT * (arguments.input().size() - arguments.missing().size());
  }

  private static int fit(Set<String> words, JsonNode tool) {
    Set<String> name = Words.of(Words.parts(tool.path("name").asText()));
    Set<String> mentioned = new HashSet<>(Words.of(tool.path("description").asText()));
    JsonNode properties = tool.path("input_schema").path("properties");
    properties.fieldNames().forEachRemaining(each -> mentioned.addAll(Words.of(Words.parts(each))));
    int fit = 0;
    for (String word : words) {
      if (name.contains(word)) {
        fit += NAMED;
      } else if (mentioned.contains(word)) {
        fit += MENTION;
      }
    }
    return fit;
  }
}
