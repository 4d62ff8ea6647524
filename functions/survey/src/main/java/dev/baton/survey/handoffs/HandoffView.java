package dev.baton.survey.handoffs;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.List;

/**
 * A handoff record with its members in the order of survey specification, section 6.8; the store
 * has forgotten it.
 */
final class HandoffView {
  private static final List<String> ORDER =
      List.of(
          "handoff_id",
          "page_id",
          "user_id",
          "shortcode",
          "form_version",
          "ref",
          "step",
          "target_app_id",
          "started_at",
          "passed_at",
          "deadline",
          "ended_at",
          "duration_ms",
          "control_ms",
          "outcome",
          "ended_by");

  private HandoffView() {}

  static Json of(JsonObject record) {
    JsonObject.Builder view = JsonObject.builder();
    ORDER.forEach(name -> view.putIfPresent(name, record.get(name)));
    record.members().stream()
        .filter(member -> !ORDER.contains(member.name()))
        .forEach(member -> view.put(member.name(), member.value()));
    return view.build();
  }
}
