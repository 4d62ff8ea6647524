package dev.baton.local.model.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.wire.MessageRequest;
import java.util.List;

/** The JSON of a reply: the whole message, and what a stream shows of it at its start. */
public final class MessageJson {
  private final Reply reply;
  private final MessageRequest request;

  /** The JSON of a reply to a request. */
  public MessageJson(Reply reply, MessageRequest request) {
    this.reply = reply;
    this.request = request;
  }

  /** The whole message, as it is answered without a stream. */
  public ObjectNode whole() {
    ObjectNode message = head();
    ArrayNode content = message.putArray("content");
    for (int place = 0; place < reply.blocks().size(); place++) {
      Block block = reply.blocks().get(place);
      if (block instanceof Block.ToolUse && reply.has(Fault.Quirk.MAX_TOKENS_IN_TOOL)) {
        break;
      }
      content.add(closed(block, place));
    }
    message.put("stop_reason", reply.naturalStop()).putNull("stop_sequence");
    return message.set("usage", usage().toJson());
  }

  /** The message as {@code message_start} has it. */
  ObjectNode start() {
    ObjectNode message = head();
    message.putArray("content");
    message.putNull("stop_reason").putNull("stop_sequence");
    return message.set("usage", usage().withOutput(1).toJson());
  }

  /** A block as {@code content_block_start} has it. */
  ObjectNode opening(Block block, int place) {
    return switch (block) {
      case Block.Text text -> typed("text").put("text", "");
      case Block.Thinking thinking -> typed("thinking").put("thinking", "").put("signature", "");
      case Block.RedactedThinking redacted ->
          typed("redacted_thinking").put("data", redacted.data());
      case Block.ToolUse call -> call(call, place).set("input", Jsons.object());
    };
  }

  String signature(Block.Thinking thinking, int place) {
    return thinking.signature() != null
        ? thinking.signature()
        : request.id("standin-signature-", "signature " + place);
  }

  Usage usage() {
    if (reply.usage() != null) {
      return reply.usage();
    }
    int output = reply.blocks().stream().mapToInt(block -> Math.max(1, pieces(block).size())).sum();
    return new Usage(request.inputTokens(), 0, 0, Math.max(1, output));
  }

  private ObjectNode closed(Block block, int place) {
    return switch (block) {
      case Block.Text text -> typed("text").put("text", joined(block));
      case Block.Thinking thinking ->
          typed("thinking")
              .put("thinking", joined(block))
              .put("signature", signature(thinking, place));
      case Block.RedactedThinking redacted -> opening(redacted, place);
      case Block.ToolUse call -> call(call, place).set("input", input(call));
    };
  }

  private ObjectNode call(Block.ToolUse call, int place) {
    String id = call.id() == null ? request.id("toolu_", "call " + place) : call.id();
    return typed("tool_use").put("id", id).put("name", call.name());
  }

  private static JsonNode input(Block.ToolUse call) {
    JsonNode input = Jsons.parse(joined(call));
    return input != null && input.isObject() ? input : Jsons.object();
  }

  private ObjectNode head() {
    return Jsons.object()
        .put("id", request.id("msg_", "message"))
        .put("type", "message")
        .put("role", "assistant")
        .put("model", request.model());
  }

  private static ObjectNode typed(String type) {
    return Jsons.object().put("type", type);
  }

  private static String joined(Block block) {
    return String.join("", pieces(block));
  }

  private static List<String> pieces(Block block) {
    return switch (block) {
      case Block.Text text -> text.pieces();
      case Block.Thinking thinking -> thinking.pieces();
      case Block.RedactedThinking redacted -> List.of(redacted.data());
      case Block.ToolUse call -> call.pieces();
    };
  }
}
