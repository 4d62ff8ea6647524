package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.reply.Block;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.reply.Pieces;
import dev.baton.local.model.script.FaultReader;
import dev.baton.local.model.script.ScriptError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a prompt that begin with {@code /call}, {@code /think}, {@code /say}, {@code /slow}
 * or {@code /fail}, and the rest of it.
 */
final class Orders {
  private static final int MOST_WORDS = 20_000;
  private static final long SLOWEST = 600_000;
  private static final String[] WORDS = {
    "handoff",
    "naïve",
    "conversation",
    "returns",
    "日本",
    "always",
    "room",
    "ends",
    "größer",
    "🙂",
    "token",
    "stream",
    "café",
    "owner",
    "timer",
    "viewer"
  };

  private final List<JsonNode> tools;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private @Nullable Duration slow;
  private boolean decisive;

  private Orders(List<JsonNode> tools) {
    this.tools = tools;
  }

  /** The orders in a prompt. */
  static Orders in(String prompt, List<JsonNode> tools) {
    Orders orders = new Orders(tools);
    prompt.lines().forEach(orders::line);
    return orders;
  }

  /** What is to be said, in the order of the lines. */
  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** What is to go wrong. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The pause before each delta. */
  Optional<Duration> slow() {
    return Optional.ofNullable(slow);
  }

  /** Whether they say what to answer, so that the rest is not answered. */
  boolean decisive() {
    return decisive;
  }

  /** The lines without orders. */
  String rest() {
    return String.join("\n", rest);
  }

  private void line(String line) {
    String[] parts = line.strip().split("\\s+", 2);
    String rest = parts.length == 2 ? parts[1] : "";
    switch (parts[0]) {
      case "/call" -> call(rest);
      case "/think" -> blocks.add(Demo.thinking(rest.isEmpty() ? "Hm." : rest));
      case "/say" -> say((int) Math.min(number(rest, 1), MOST_WORDS));
      case "/slow" -> slow = Duration.ofMillis(Math.min(number(rest, 0), SLOWEST));
      case "/fail" -> fail(rest);
      default -> this.rest.add(line);
    }
  }

  private void call(String order) {
    String[] parts = order.split("\\s+", 2);
    if (parts[0].isEmpty()) {
      say("Name a command: /call chat-poll roomId=general");
      return;
    }
    String given = parts.length == 2 ? parts[1].strip() : "";
    boolean json = given.startsWith("{") || given.startsWith("[") || given.startsWith("\"");
    String arguments = json ? given : Jsons.write(pairs(parts[0], given));
    blocks.add(new Block.ToolUse(null, parts[0], Pieces.natural(arguments)));
    decisive = true;
  }

  /** Arguments of {@code key=value}, read as the schema of the tool says if it is offered. */
  private ObjectNode pairs(String name, String given) {
    ObjectNode input = Jsons.object();
    JsonNode schema =
        tools.stream()
            .filter(tool -> tool.path("name").asText().equals(name))
            .findFirst()
            .map(tool -> tool.path("input_schema").path("properties"))
            .orElse(Jsons.object());
    Phrase.of(given)
        .pairs()
        .forEach((key, value) -> input.set(key, Values.read(value, schema.path(key))));
    return input;
  }

  private void say(int words) {
    StringBuilder text = new StringBuilder();
    for (int word = 0; word < Math.max(1, words); word++) {
      text.append(word == 0 ? "" : " ").append(WORDS[word % WORDS.length]);
    }
    say(text.toString());
  }

  private void say(String text) {
    blocks.add(Demo.text(text));
    decisive = true;
  }

  private void fail(String order) {
    try {
      faults.addAll(FaultReader.inWords(order));
    } catch (ScriptError unknown) {
      say(unknown.getMessage() + " " + unknown.suggestion());
    }
  }

  private static long number(String text, long otherwise) {
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
  }
}
