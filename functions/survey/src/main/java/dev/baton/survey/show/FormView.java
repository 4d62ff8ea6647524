package dev.baton.survey.show;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.form.Stitch;
import dev.baton.survey.core.logic.Calculation;
import dev.baton.survey.core.logic.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A compiled form for its author: every field with where it leads, what it waits for and whom it
 * hands to.
 */
final class FormView {
  private FormView() {}

  static JsonArray fields(Form form) {
    List<Json> fields = new ArrayList<>();
    for (Field field : form.fields()) {
      fields.add(field(field));
    }
    return new JsonArray(fields);
  }

  private static JsonObject field(Field field) {
    return JsonObject.builder()
        .put("position", field.position())
        .put("ref", field.ref())
        .put("type", field.type().wireName())
        .put("title", field.title().source())
        .put("conduct", field.conduct().name().toLowerCase(Locale.ROOT))
        .putIfPresent("wait", field.plainWait() == null ? null : WaitText.of(field.plainWait()))
        .putIfPresent("handoff", handoff(field.handoff()))
        .putIfPresent("stitch", stitch(field.stitch()))
        .put("calculations", calculations(field.logic().calculations()))
        .put("jumps", jumps(field.logic().jumps()))
        .build();
  }

  private static JsonArray jumps(List<Jump> jumps) {
    List<Json> views = new ArrayList<>();
    for (Jump jump : jumps) {
      views.add(
          JsonObject.builder()
              .put("to", jump.to())
              .put("condition", ConditionText.of(jump.condition()))
              .build());
    }
    return new JsonArray(views);
  }

  private static JsonArray calculations(List<Calculation> calculations) {
    List<Json> views = new ArrayList<>();
    for (Calculation calculation : calculations) {
      views.add(
          JsonObject.builder()
              .put("operation", calculation.operation().name().toLowerCase(Locale.ROOT))
              .put("variable", calculation.variable())
              .put("value", ConditionText.operand(calculation.value()))
              .put("condition", ConditionText.of(calculation.condition()))
              .build());
    }
    return new JsonArray(views);
  }

  private static @Nullable JsonObject handoff(@Nullable HandoffPlan plan) {
    if (plan == null) {
      return null;
    }
    List<Json> steps = new ArrayList<>();
    for (HandoffStep step : plan.steps()) {
      steps.add(step(step));
    }
    JsonObject.Builder view = JsonObject.builder().put("steps", new JsonArray(steps));
    view.put(
        "stop_on",
        JsonArray.ofTexts(
            plan.stopOn().stream().map(outcome -> outcome.wireName()).sorted().toList()));
    return view.putIfPresent("when", plan.when() == null ? null : ConditionText.of(plan.when()))
        .build();
  }

  private static JsonObject step(HandoffStep step) {
    return JsonObject.builder()
        .put("step", step.number())
        .put("target_app_id", step.targetAppId())
        .put("timeout_ms", step.timeoutMillis())
        .putIfPresent("wait", step.ownWait() == null ? null : WaitText.of(step.ownWait()))
        .put("metadata", step.metadata().source())
        .putIfPresent("when", step.when() == null ? null : ConditionText.of(step.when()))
        .put("on_failure", step.onFailure().name().toLowerCase(Locale.ROOT))
        .build();
  }

  private static @Nullable JsonObject stitch(@Nullable Stitch stitch) {
    return stitch == null
        ? null
        : JsonObject.builder()
            .put("form", stitch.form().source())
            .put("metadata", stitch.metadata().source())
            .build();
  }
}
