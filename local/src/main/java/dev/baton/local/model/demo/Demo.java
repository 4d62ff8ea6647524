package dev.baton.local.model.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.reply.Block;
import dev.baton.local.model.reply.Pace;
import dev.baton.local.model.reply.Pieces;
import dev.baton.local.model.reply.Reply;
import dev.baton.local.model.wire.MessageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conversation without a script: orders in lines that begin with a slash, else a call of the
 * tool that the words fit best, else an introduction; results of tools are told in sentences.
 */
public final class Demo {
  private Demo() {}

  /** The reply to a request; the same for the same request. */
  public static Reply answer(MessageRequest request) {
    List<Block> blocks = new ArrayList<>();
    String told = ResultSentences.of(request);
    if (!told.isEmpty()) {
      blocks.add(text(told));
    }
    Orders orders = Orders.in(prompt(request.lastMessage()), request.tools());
    blocks.addAll(orders.blocks());
    boolean toldAll = !told.isEmpty() && orders.rest().isBlank();
    if (!orders.decisive() && !toldAll) {
      blocks.addAll(conversation(orders.rest(), request));
    }
    Pace pace = orders.slow().map(pause -> new Pace(pause, List.of())).orElse(Pace.NATURAL);
    return Reply.of(blocks, pace).withFaults(orders.faults());
  }

  private static List<Block> conversation(String prompt, MessageRequest request) {
    Phrase phrase = Phrase.of(prompt);
    Optional<JsonNode> best = ToolChoice.best(phrase, request.tools());
    if (best.isEmpty()) {
      return List.of(text(Introduction.of(request.tools())));
    }
    JsonNode tool = best.get();
    String name = tool.path("name").asText();
    Arguments arguments = Arguments.of(tool, phrase);
    if (!arguments.missing().isEmpty()) {
      return List.of(text(arguments.question(name)));
    }
    List<Block> blocks = new ArrayList<>();
    if (request.thinking()) {
      blocks.add(thinking("The words fit " + name + " best. Everything that it needs is given."));
    }
    blocks.add(text("I call `" + name + "`."));
    blocks.add(new Block.ToolUse(null, name, Pieces.natural(Jsons.write(arguments.input()))));
    return blocks;
  }

  /** What a person said last; what stands before it in the message was never answered. */
  private static String prompt(JsonNode message) {
    JsonNode content = message.path("content");
    String said = content.asText();
    for (JsonNode block : content) {
      if (block.path("type").asText().equals("text")) {
        said = block.path("text").asText();
      }
    }
    return said;
  }

  static Block text(String text) {
    return new Block.Text(Pieces.natural(text));
  }

  static Block thinking(String text) {
    return new Block.Thinking(Pieces.natural(text), null);
  }
}
