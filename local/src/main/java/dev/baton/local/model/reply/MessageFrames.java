package dev.baton.local.model.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.reply.Fault.Phase;
import dev.baton.local.model.reply.Fault.Quirk;
import dev.baton.local.model.wire.MessageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the frames of one message in order. Used once. */
final class MessageFrames {
  private final Reply reply;
  private final MessageJson json;
  private final List<Step> steps = new ArrayList<>();
  private final List<Phase> behind = new ArrayList<>();
  private boolean cutShort;

  MessageFrames(Reply reply, MessageRequest request) {
    this.reply = reply;
    this.json = new MessageJson(reply, request);
  }

  List<Step> all() {
    stall(Phase.BEFORE_HEADERS);
    frame("message_start", Jsons.object().set("message", json.start()));
    if (reply.has(Quirk.UNKNOWN_EVENT)) {
      frame("future_event", Jsons.object().put("note", "a later version of the API sends this"));
    }
    for (int place = 0; place < reply.blocks().size() && !cutShort; place++) {
      block(place);
    }
    end();
    return steps;
  }

  private void block(int place) {
    boolean duplicate = reply.has(Quirk.DUPLICATE_INDEX);
    int index = duplicate && place > 0 ? place - 1 : place;
    Block block = reply.blocks().get(place);
    start(index, block, place);
    if (duplicate && reply.blocks().size() == 1) {
      start(index, block, place);
    }
    if (place == 0 && reply.has(Quirk.UNKNOWN_DELTA)) {
      delta(index, "future_delta", "future", "a later version of the API sends this");
    }
    switch (block) {
      case Block.Text text -> text(index, text);
      case Block.Thinking thinking -> thinking(index, thinking, place);
      case Block.RedactedThinking redacted -> {}
      case Block.ToolUse call -> arguments(index, call);
    }
    frame("content_block_stop", Jsons.object().put("index", index));
  }

  private void start(int index, Block block, int place) {
    ObjectNode data = Jsons.object().put("index", index);
    frame("content_block_start", data.set("content_block", json.opening(block, place)));
  }

  private void text(int index, Block.Text text) {
    int middle = (text.pieces().size() + 1) / 2;
    text.pieces().subList(0, middle).forEach(piece -> delta(index, "text_delta", "text", piece));
    stall(Phase.MID_TEXT);
    text.pieces()
        .subList(middle, text.pieces().size())
        .forEach(piece -> delta(index, "text_delta", "text", piece));
  }

  private void thinking(int index, Block.Thinking thinking, int place) {
    thinking.pieces().forEach(piece -> delta(index, "thinking_delta", "thinking", piece));
    delta(index, "signature_delta", "signature", json.signature(thinking, place));
  }

  private void arguments(int index, Block.ToolUse call) {
    if (reply.has(Quirk.NO_INPUT_DELTA)) {
      return;
    }
    List<String> pieces = call.pieces();
    if (reply.has(Quirk.MAX_TOKENS_IN_TOOL)) {
      pieces = Pieces.half(pieces);
      cutShort = true;
    } else if (reply.has(Quirk.BAD_JSON) && isFirstCall(call)) {
      pieces = withoutEnd(pieces);
    }
    int middle = (pieces.size() + 1) / 2;
    delta(index, "input_json_delta", "partial_json", "");
    pieces
        .subList(0, middle)
        .forEach(piece -> delta(index, "input_json_delta", "partial_json", piece));
    stall(Phase.MID_ARGUMENTS);
    pieces
        .subList(middle, pieces.size())
        .forEach(piece -> delta(index, "input_json_delta", "partial_json", piece));
  }

  private boolean isFirstCall(Block.ToolUse call) {
    return reply.blocks().stream()
        .filter(Block.ToolUse.class::isInstance)
        .findFirst()
        .filter(first -> first == call)
        .isPresent();
  }

  private static List<String> withoutEnd(List<String> pieces) {
    String text = String.join("", pieces);
    return text.isEmpty() ? List.of("{") : Pieces.natural(text.substring(0, text.length() - 1));
  }

  private void end() {
    Usage usage = json.usage();
    if (reply.has(Quirk.TWO_MESSAGE_DELTAS)) {
      messageDelta(null, usage.withOutput(Math.max(1, usage.output() / 2)));
    }
    messageDelta(reply.naturalStop(), usage);
    if (!reply.has(Quirk.NO_MESSAGE_STOP)) {
      frame("message_stop", Jsons.object());
    }
  }

  private void messageDelta(@Nullable String stopReason, Usage usage) {
    ObjectNode data = Jsons.object();
    data.putObject("delta").put("stop_reason", stopReason).putNull("stop_sequence");
    frame("message_delta", data.set("usage", usage.toJson()));
  }

  private void delta(int index, String type, String field, String value) {
    stall(Phase.BEFORE_FIRST_DELTA);
    pause(reply.pace().beforeDelta());
    ObjectNode data = Jsons.object().put("index", index);
    data.putObject("delta").put("type", type).put(field, value);
    frame("content_block_delta", data);
  }

  /** Stalls where it is asked for, once. */
  private void stall(Phase phase) {
    if (behind.contains(phase)) {
      return;
    }
    behind.add(phase);
    reply.stall(phase).ifPresent(this::stall);
  }

  private void stall(Fault.Stall stall) {
    Duration left = stall.time();
    boolean pings = stall.ping().isPositive() && stall.phase() != Phase.BEFORE_HEADERS;
    while (pings && left.compareTo(stall.ping()) > 0) {
      pause(stall.ping());
      steps.add(Step.Frame.ping());
      left = left.minus(stall.ping());
    }
    pause(left);
  }

  private void pause(Duration time) {
    if (!time.isZero()) {
      steps.add(new Step.Pause(time));
    }
  }

  private void frame(String event, ObjectNode fields) {
    steps.add(Step.Frame.of(event, fields));
  }
}
