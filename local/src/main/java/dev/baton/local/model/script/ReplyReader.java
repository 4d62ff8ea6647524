package dev.baton.local.model.script;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.reply.Block;
import dev.baton.local.model.reply.Fault;
import dev.baton.local.model.reply.Pace;
import dev.baton.local.model.reply.Pieces;
import dev.baton.local.model.reply.Reply;
import dev.baton.local.model.reply.Usage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one reply: {@code blocks} as the API has them, where {@code pieces} may give the deltas of
 * a block and {@code raw} the text of a call's arguments; {@code piece}, the characters of a delta;
 * {@code delay_ms} before each delta; {@code chunks}, sizes in bytes of what is written at once;
 * {@code stop_reason}; {@code usage}; {@code faults} as {@link FaultReader} has them.
 */
final class ReplyReader {
  private final Members members;
  private final int piece;

  private ReplyReader(Members members) {
    this.members = members;
    this.piece = members.count("piece", 0);
  }

  /**
   * What one element of a script means: {@code http} with {@code times} comes so often, then the
   * rest of the reply if it has blocks.
   */
  static List<Reply> read(JsonNode element) {
    Members members = Members.of("replies", element);
    Reply reply = new ReplyReader(members).reply();
    members.done();
    if (reply.refusal().isEmpty()) {
      return List.of(reply);
    }
    List<Reply> replies = new ArrayList<>(Collections.nCopies(times(element), reply));
    if (!reply.blocks().isEmpty()) {
      replies.add(
          reply.withFaults(
              reply.faults().stream().filter(fault -> !(fault instanceof Fault.Refusal)).toList()));
    }
    return replies;
  }

  private static int times(JsonNode element) {
    return element.path("faults").path("http").path("times").asInt(1);
  }

  private Reply reply() {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode element : members.elements("blocks")) {
      Members block = Members.of("blocks", element);
      blocks.add(block(block));
      block.done();
    }
    return new Reply(
        blocks,
        new Pace(members.milliseconds("delay_ms", 0), chunks()),
        members.inner("faults").map(FaultReader::read).orElse(List.of()),
        members.text("stop_reason").orElse(null),
        usage());
  }

  private List<Integer> chunks() {
    List<Integer> sizes = new ArrayList<>();
    for (JsonNode size : members.elements("chunks")) {
      if (!size.canConvertToInt() || size.asInt() < 1) {
        throw ScriptError.bad("chunks", "an array of whole numbers from 1");
      }
      sizes.add(size.asInt());
    }
    return sizes;
  }

  private @Nullable Usage usage() {
    Optional<Members> usage = members.inner("usage");
    if (usage.isEmpty()) {
      return null;
    }
    Members given = usage.get();
    Usage read =
        new Usage(
            given.count("input_tokens", 0),
            given.count("cache_creation_input_tokens", 0),
            given.count("cache_read_input_tokens", 0),
            given.count("output_tokens", 0));
    given.done();
    return read;
  }

  private Block block(Members block) {
    return switch (block.requiredText("type")) {
      case "text" -> new Block.Text(pieces(block, block.text("text")));
      case "thinking" ->
          new Block.Thinking(
              pieces(block, block.text("thinking")), block.text("signature").orElse(null));
      case "redacted_thinking" -> new Block.RedactedThinking(block.requiredText("data"));
      case "tool_use" ->
          new Block.ToolUse(
              block.text("id").orElse(null),
              block.requiredText("name"),
              pieces(block, arguments(block)));
      default -> throw ScriptError.bad("type", "text, thinking, redacted_thinking or tool_use");
    };
  }

  private static Optional<String> arguments(Members call) {
    JsonNode input = call.node("input");
    Optional<String> raw = call.text("raw");
    return raw.isPresent() || input == null ? raw : Optional.of(Jsons.write(input));
  }

  private List<String> pieces(Members block, Optional<String> whole) {
    List<String> given = block.elements("pieces").stream().map(JsonNode::asText).toList();
    if (!given.isEmpty()) {
      return given;
    }
    String text = whole.orElse("");
    return piece == 0 ? Pieces.natural(text) : Pieces.of(text, piece);
  }
}
