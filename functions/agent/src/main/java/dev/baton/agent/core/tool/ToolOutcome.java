package dev.baton.agent.core.tool;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param result what it gave, or the refusal with {@code code} and {@code message}
 * @param code the code of the refusal; null when it ended well
 * @param cutFrom the size of the whole in bytes when the result is only the beginning of its text
 *     because nobody kept more, else null
 */
public record ToolOutcome(Json result, @Nullable String code, @Nullable Long cutFrom) {

  /** It ended well. */
  public static ToolOutcome of(Json result) {
    return new ToolOutcome(result, null, null);
  }

  /** It ended badly, or never ran. */
  public static ToolOutcome refused(String code, String message) {
    return new ToolOutcome(
        JsonObject.builder().put("code", code).put("message", message).build(), code, null);
  }

  /** Whether it ended badly. */
  public boolean isError() {
    return code != null;
  }
}
