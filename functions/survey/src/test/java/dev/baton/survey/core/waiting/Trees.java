package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Values;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits as authors write them, for tests. */
final class Trees {
  static final long MINUTE = 60_000;
  static final TimeRules RULES =
      new TimeRules(
          ZoneOffset.UTC,
          Map.of(
              "short", Json.of("5m"),
              "later", object("type", Json.of("relative"), "timeout", Json.of("1h")),
              "fixed", object("type", Json.of("absolute"), "timeout", Json.of("2026-03-01")),
              "odd", Json.of("30 moons"),
              "number", Json.of(5)));
  static final Location DESCRIPTION =
      Location.inDescription("/fields/2/properties/description", "reading");
  static final Values NOBODY = new Values("1", 0, Map.of(), Map.of(), Map.of());

  private Trees() {}

  static JsonObject timeout(String value) {
    return object("type", Json.of("timeout"), "value", Json.of(value));
  }

  static JsonObject signal(Json pattern) {
    return object("type", Json.of("external"), "value", pattern);
  }

  static JsonObject returned(@Nullable String app, @Nullable Json value) {
    return JsonObject.builder()
        .put("type", "handoff_return")
        .putIfPresent("target_app_id", app)
        .putIfPresent("value", value)
        .build();
  }

  static JsonObject message() {
    return JsonObject.builder().put("type", "user_message").build();
  }

  static JsonObject or(Json... parts) {
    return JsonObject.builder().put("op", "or").put("vars", JsonArray.of(parts)).build();
  }

  static JsonObject and(Json... parts) {
    return JsonObject.builder().put("op", "and").put("vars", JsonArray.of(parts)).build();
  }

  static JsonObject object(String name, Json value) {
    return JsonObject.builder().put(name, value).build();
  }

  static JsonObject object(String one, Json first, String two, Json second) {
    return JsonObject.builder().put(one, first).put(two, second).build();
  }

  static Parsed<Wait> parse(Json json) {
    return Waits.parse(JsonTemplate.constant(json), RULES, DESCRIPTION);
  }

  static Wait parsed(Json json) {
    return Objects.requireNonNull(parse(json).value());
  }

  /** Armed at 0 as a plain wait; events count from 0. */
  static ArmedWait armed(Json json) {
    return armed(json, null);
  }

  /** Armed at 0 as the wait of a handoff with that guard; events count from 0. */
  static ArmedWait armed(Json json, @Nullable Long guard) {
    Arming arming = ArmedWaits.arm(parsed(json), NOBODY, RULES, 0, 0, guard);
    return ((Arming.Armed) arming).armed();
  }
}
