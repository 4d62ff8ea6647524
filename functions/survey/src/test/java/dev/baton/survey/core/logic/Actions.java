package dev.baton.survey.core.logic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.List;
import java.util.Objects;
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

  /** What actions without problems compile to. */
  static FieldLogic parsed(Json... actions) {
    Parsed<FieldLogic> parsed =
        Logic.parse(JsonArray.of(actions), Forms.NAMES, Location.inForm("/l", "q"));
    assertThat(parsed.problems()).isEmpty();
    return Objects.requireNonNull(parsed.value());
  }

  /** What is wrong with an action. */
  static List<Problem> problems(Json action) {
    Parsed<FieldLogic> parsed =
        Logic.parse(JsonArray.of(action), Forms.NAMES, Location.inForm("/l", "q"));
    assertThat(parsed.value()).isEqualTo(FieldLogic.NONE);
    return parsed.problems();
  }
}
