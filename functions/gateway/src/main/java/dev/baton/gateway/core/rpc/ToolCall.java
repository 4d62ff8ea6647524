package dev.baton.gateway.core.rpc;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code tools/call}.
 *
 * @param name the tool, the unlisted alias {@code afd.batch} already replaced
 * @param arguments the command's input
 * @param idempotencyKey the key under which the call is made once; null for none
 */
public record ToolCall(String name, JsonObject arguments, @Nullable String idempotencyKey) {
  private static final String ALIAS = "afd.batch";

  /** The tool that runs batches. */
  public static final String BATCH = "afd-batch";

  /** The call, or null when the parameters are none. */
  static @Nullable ToolCall of(@Nullable Json params) {
    if (!(params instanceof JsonObject object)) {
      return null;
    }
    String name = object.text("name");
    Json given = object.has("arguments") ? object.get("arguments") : JsonObject.EMPTY;
    JsonObject meta = object.object("_meta");
    Json key = meta == null ? null : meta.get("idempotencyKey");
    return name != null && given instanceof JsonObject arguments && (key == null || isText(key))
        ? new ToolCall(
            name.equals(ALIAS) ? BATCH : name,
            arguments,
            meta == null ? null : meta.text("idempotencyKey"))
        : null;
  }

  private static boolean isText(Json json) {
    return json instanceof JsonText;
  }
}
