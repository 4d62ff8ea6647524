package dev.baton.agent.core.turn;

import dev.baton.agent.core.tool.ToolCall;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a call when they are whole; no text at all is an object without members.
 */
final class CallArguments {
  /** As many characters as a command takes bytes at most. */
  private static final int LONGEST = 64 * 1024;

  private static final int LONGEST_RAW = 4 * 1024;

  private CallArguments() {}

  static ToolCall read(OpenBlock block, Function<String, @Nullable Json> reader) {
    String text = block.text.toString();
    if (text.isBlank()) {
      return new ToolCall(block.id(), block.name(), JsonObject.EMPTY, false);
    }
    if (text.length() <= LONGEST && reader.apply(text) instanceof JsonObject args) {
      return new ToolCall(block.id(), block.name(), args, false);
    }
    String raw = text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW);
    JsonObject args = JsonObject.builder().put("_raw", raw).build();
    return new ToolCall(block.id(), block.name(), args, true);
  }

  static JsonObject kept(ToolCall call) {
    return JsonObject.builder()
        .put("type", "tool_use")
        .put("id", call.id())
        .put("name", call.name())
        .put("input", call.args())
        .build();
  }
}
