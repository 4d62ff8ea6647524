package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** The JSON of actions for tests of logic. */
final class Actions {
  private Actions() {}

  static Json calculation(String action, String variable, Json value, Json condition) {
    JsonObject details =
        JsonObject.builder()
            .put("target", Forms.operand("variable", Json.of(variable)))
            .put("value", value)
            .build();
    return JsonObject.builder()
        .put("action", action)
        .put("details", details)
        .put("condition", condition)
        .build();
  }

  static Json action(String action, @Nullable Json details) {
    return JsonObject.builder().put("action", action).putIfPresent("details", details).build();
  }

  static Json jump(String type, String ref, @Nullable Json condition) {
    JsonObject details = JsonObject.builder().put("to", Forms.operand(type, Json.of(ref))).build();
    return JsonObject.builder()
        .put("action", "jump")
        .put("details", details)
        .putIfPresent("condition", condition)
        .build();
  }
}
