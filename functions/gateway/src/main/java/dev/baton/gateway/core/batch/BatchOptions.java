package dev.baton.gateway.core.batch;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a batch is run.
 *
 * @param stopOnError whether what is not begun is skipped once something failed
 * @param timeoutMs how long the whole may take; null for as long as the gateway has
 * @param parallelism how many commands run at once, 1 to 5
 */
public record BatchOptions(boolean stopOnError, @Nullable Long timeoutMs, int parallelism) {

  static BatchOptions of(@Nullable JsonObject options) {
    JsonObject given = options == null ? JsonObject.EMPTY : options;
    Long parallelism = whole(given.get("parallelism"));
    return new BatchOptions(
        Json.of(true).equals(given.get("stopOnError")),
        whole(given.get("timeout")),
        parallelism == null ? 1 : Math.clamp(parallelism, 1, 5));
  }

  private static @Nullable Long whole(@Nullable Json json) {
    return json instanceof JsonNumber number ? number.decimal().longValue() : null;
  }
}
