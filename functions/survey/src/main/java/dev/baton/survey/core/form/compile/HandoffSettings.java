package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.text.JsonTemplate;
import java.util.List;

/**
 * The settings of a handoff from both layouts: flat beside {@code type: handoff}, and nested inside
 * {@code handoff:}. Where both are present they must agree. Source: survey spec §4.3.
 *
 * @param flat the settings of the description
 * @param nested those inside {@code handoff:}
 */
record HandoffSettings(Settings flat, Settings nested) {

  /** All keys of a handoff. */
  static final List<String> KEYS =
      List.of(
          "target_app_id",
          "timeout_minutes",
          "wait",
          "metadata",
          "when",
          "on_failure",
          "chain",
          "stop_on",
          "mode");

  /** The settings of the field; where its layouts differ, that is a problem. */
  static HandoffSettings of(FieldReading field) {
    Settings flat = field.settings();
    Settings nested = flat.inside("handoff");
    for (String key : KEYS) {
      JsonTemplate one = flat.get(key);
      JsonTemplate other = nested.get(key);
      if (one != null && other != null && !agree(one.source(), other.source())) {
        field.error(
            "handoff-layouts-differ",
            key + " is " + Settings.quoted(one) + " and inside handoff " + Settings.quoted(other),
            "Write it once.");
      }
    }
    return new HandoffSettings(flat, nested);
  }

  /** The settings in which the one of that name stands. */
  Settings of(String key) {
    return flat.has(key) ? flat : nested;
  }

  private static boolean agree(Json one, Json other) {
    boolean structured = isStructured(one) || isStructured(other);
    return structured
        ? JsonCanonical.sorted(one).equals(JsonCanonical.sorted(other))
        : Settings.scalar(one).equals(Settings.scalar(other));
  }

  private static boolean isStructured(Json json) {
    return json instanceof JsonObject || json instanceof JsonArray;
  }
}
