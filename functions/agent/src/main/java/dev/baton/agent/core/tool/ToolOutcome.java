package dev.baton.agent.core.tool;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param result what it gave, or the refusal with {@code code} and {@code message}
 * @param code the code of the refusal; null when it ended well
 */
public record ToolOutcome(Json result, @Nullable String code) {

  /** It ended well. */
  public static ToolOutcome of(Json result) {
    return new ToolOutcome(result, null);
  }

  /** It ended badly, or never ran. */
  public static ToolOutcome refused(String code, String message) {
    return new ToolOutcome(
        JsonObject.builder().put("code", code).put("message", message).build(), code);
  }

  /** Whether it ended badly. */
  public boolean isError() {
    return code != null;
  }
}
