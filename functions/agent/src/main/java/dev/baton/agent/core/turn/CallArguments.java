package dev.baton.agent.core.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.agent.core.tool.ToolCall;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of a call when they are whole; no text at all is an object without members.
 */
final class CallArguments {
  /** As many bytes as a command takes at most. */
  private static final int LONGEST = 64 * 1024;

  private static final int LONGEST_RAW = 4 * 1024;

  private CallArguments() {}

  static ToolCall read(OpenBlock block, Function<String, @Nullable Json> reader) {
    String text = block.text.toString();
    if (text.isBlank()) {
      return new ToolCall(block.id(), block.name(), JsonObject.EMPTY, false);
    }
    if (isShort(text) && reader.apply(text) instanceof JsonObject args && isShort(args.write())) {
      return new ToolCall(block.id(), block.name(), args, false);
    }
    String raw = text.length() <= LONGEST_RAW ? text : text.substring(0, LONGEST_RAW);
    JsonObject args = JsonObject.builder().put("_raw", raw).build();
    return new ToolCall(block.id(), block.name(), args, true);
  }

  private static boolean isShort(String json) {
    return json.length() <= LONGEST && json.getBytes(UTF_8).length <= LONGEST;
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
