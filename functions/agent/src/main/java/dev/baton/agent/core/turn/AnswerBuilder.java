package dev.baton.agent.core.turn;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts an answer together from the events of its stream. Arguments of a call are kept as text and
 * read only when their block is whole; unknown events and deltas change nothing; usage is what was
 * said last. Used once, by one thread. Source: streaming specification, section 7.1.
 */
public final class AnswerBuilder {
  /** Reasons for which an answer ends in the middle of whatever it was at. */
  private static final Set<String> CUTS = Set.of("max_tokens", "model_context_window_exceeded");

  /** The most characters of one event, so that it has room for them however they are escaped. */
  private static final int LONGEST_PIECE = 8 * 1_024;

  private final TurnName name;
  private final Function<String, @Nullable Json> reader;
  private final List<Json> content = new ArrayList<>();
  private final List<ToolCall> calls = new ArrayList<>();
  private final Set<Long> indexes = new HashSet<>();
  private final Set<String> callIds = new HashSet<>();
  private Usage usage = Usage.NONE;
  private @Nullable OpenBlock open;
  private @Nullable OpenBlock held;
  private boolean cut;
  private @Nullable String stopReason;
  private boolean begun;
  private boolean finished;

  /**
   * An answer without anything.
   *
   * @param reader reads a JSON text; null for what is none
   */
  public AnswerBuilder(TurnName name, Function<String, @Nullable Json> reader) {
    this.name = name;
    this.reader = reader;
  }

  /**
   * Takes the next event of the stream.
   *
   * @return what viewers are told; null when no answer can be made of it
   */
  public @Nullable List<AgentEvent> accept(JsonObject event) {
    String type = event.text("type");
    return switch (type == null ? "" : type) {
      case "message_start" -> start(JsonFields.object(event, "message"));
      case "content_block_start" -> startBlock(event);
      case "content_block_delta" -> begun ? delta(event) : null;
      case "content_block_stop" -> stopBlock(event);
      case "message_delta" -> messageDelta(event);
      case "message_stop" -> stop();
      default -> List.of();
    };
  }

  /** Whether the answer has begun. */
  public boolean isBegun() {
    return begun;
  }

  /** What it cost so far. */
  public Usage usage() {
    return usage;
  }

  /** The whole answer; null when it is not whole. */
  public @Nullable ModelAnswer answer() {
    String reason = stopReason;
    if (!finished) {
      return null;
    }
    return new ModelAnswer(
        new JsonArray(content), calls, reason == null ? "end_turn" : reason, usage, cut);
  }

  private @Nullable List<AgentEvent> start(JsonObject message) {
    if (begun) {
      return null;
    }
    begun = true;
    overwrite(message.object("usage"));
    return List.of(TurnEvents.turnStarted(name.turn(), name.attempt(), name.messageId()));
  }

  private @Nullable List<AgentEvent> startBlock(JsonObject event) {
    Long index = JsonFields.numberOrNull(event, "index");
    JsonObject start = event.object("content_block");
    boolean fits = begun && !finished && open == null;
    if (!fits || index == null || start == null || !indexes.add(index)) {
      return null;
    }
    List<AgentEvent> events = new ArrayList<>(completeHeld());
    OpenBlock block = new OpenBlock(index.intValue(), start);
    open = block;
    if (block.type.equals("tool_use")) {
      if (block.id().isEmpty() || block.name().isEmpty() || !callIds.add(block.id())) {
        return null;
      }
      events.add(piece(block, ""));
    } else if (!block.text.isEmpty()) {
      events.addAll(shown(block, block.text.toString()));
    }
    return events;
  }

  private @Nullable List<AgentEvent> delta(JsonObject event) {
    OpenBlock block = open;
    JsonObject delta = event.object("delta");
    Long index = JsonFields.numberOrNull(event, "index");
    if (block == null || delta == null || index == null || index != block.index) {
      return null;
    }
    String type = delta.text("type");
    return switch (type == null ? "" : type) {
      case "text_delta" -> append(block, "text", delta.text("text"));
      case "thinking_delta" -> append(block, "thinking", delta.text("thinking"));
      case "input_json_delta" -> append(block, "tool_use", delta.text("partial_json"));
      case "signature_delta" -> {
        String signature = delta.text("signature");
        block.signature.append(signature == null ? "" : signature);
        yield List.of();
      }
      default -> List.of();
    };
  }

  private @Nullable List<AgentEvent> append(OpenBlock block, String type, @Nullable String piece) {
    if (!block.type.equals(type)) {
      return null;
    }
    if (piece == null || piece.isEmpty()) {
      return List.of();
    }
    block.text.append(piece);
    return shown(block, piece);
  }

  private List<AgentEvent> shown(OpenBlock block, String text) {
    List<AgentEvent> events = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = Math.min(text.length(), begin + LONGEST_PIECE);
      boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
      end = splits ? end - 1 : end;
      String piece = text.substring(begin, end);
      switch (block.type) {
        case "text" -> events.add(TurnEvents.token(piece, name.messageId(), block.index));
        case "thinking" -> events.add(TurnEvents.thinking(piece, name.messageId(), block.index));
        case "tool_use" -> events.add(piece(block, piece));
        default -> {}
      }
      begin = end;
    }
    return events;
  }

  private AgentEvent piece(OpenBlock block, String piece) {
    return TurnEvents.toolCallDelta(block.id(), block.name(), piece, name.messageId(), block.index);
  }

  private @Nullable List<AgentEvent> stopBlock(JsonObject event) {
    OpenBlock block = open;
    Long index = JsonFields.numberOrNull(event, "index");
    if (block == null || index == null || index != block.index) {
      return null;
    }
    open = null;
    if (block.type.equals("tool_use")) {
      // Whether it is whole is known when the answer goes on, or says why it ends.
      held = block;
    } else {
      keep(block);
    }
    return List.of();
  }

  private void keep(OpenBlock block) {
    Json kept = block.kept();
    if (kept != null) {
      content.add(kept);
    }
  }

  private List<AgentEvent> completeHeld() {
    OpenBlock block = held;
    held = null;
    if (block == null) {
      return List.of();
    }
    ToolCall call = CallArguments.read(block, reader);
    calls.add(call);
    content.add(CallArguments.kept(call));
    return List.of(
        TurnEvents.toolCall(
            call.id(), call.name(), call.args(), call.invalid(), name.messageId(), block.index));
  }

  private List<AgentEvent> messageDelta(JsonObject event) {
    String reason = JsonFields.object(event, "delta").text("stop_reason");
    overwrite(event.object("usage"));
    if (reason == null) {
      return List.of();
    }
    stopReason = reason;
    return CUTS.contains(reason) ? List.of() : completeHeld();
  }

  private @Nullable List<AgentEvent> stop() {
    if (!begun || finished) {
      return null;
    }
    finished = true;
    OpenBlock block = open;
    cut = held != null || (block != null && block.type.equals("tool_use"));
    if (block != null) {
      keep(block);
    }
    boolean whole = stopReason == null || !CUTS.contains(stopReason);
    if (held == null || !whole) {
      return List.of();
    }
    cut = false;
    return completeHeld();
  }

  private void overwrite(@Nullable JsonObject said) {
    if (said != null) {
      usage =
          new Usage(
              said(said, "input_tokens", usage.input()),
              said(said, "output_tokens", usage.output()),
              said(said, "cache_creation_input_tokens", usage.cacheWrite()),
              said(said, "cache_read_input_tokens", usage.cacheRead()));
    }
  }

  private static long said(JsonObject usage, String field, long before) {
    Long value = JsonFields.numberOrNull(usage, field);
    return value == null ? before : value;
  }
}
