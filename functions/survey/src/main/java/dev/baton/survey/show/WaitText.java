package dev.baton.survey.show;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;
import dev.baton.survey.core.waiting.TimeSetting;
import dev.baton.survey.core.waiting.Wait;
import java.util.List;
import java.util.Locale;

/** A compiled wait in the author's grammar, durations in milliseconds and instants as UTC texts. */
final class WaitText {
  private WaitText() {}

  static JsonObject of(Wait wait) {
    return switch (wait) {
      case Wait.Timeout(TimeSetting time) ->
          leaf("timeout").putIfPresent("value", time(time)).build();
      case Wait.External external ->
          leaf("external").put("value", external.pattern().source()).build();
      case Wait.HandoffReturn back ->
          leaf("handoff_return")
              .putIfPresent(
                  "target_app_id", back.targetAppId() == null ? null : back.targetAppId().source())
              .putIfPresent("value", back.value() == null ? null : back.value().source())
              .build();
      case Wait.UserMessage message -> leaf("user_message").build();
      case Wait.Combined(Wait.Operator operator, List<Wait> parts) ->
          JsonObject.builder()
              .put("op", operator.name().toLowerCase(Locale.ROOT))
              .put(
                  "vars",
                  new JsonArray(List.<Json>copyOf(parts.stream().map(WaitText::of).toList())))
              .build();
    };
  }

  private static Json time(TimeSetting time) {
    return switch (time) {
      case TimeSetting.After(long milliseconds) ->
          JsonObject.builder().put("after_ms", milliseconds).build();
      case TimeSetting.At(long instant) ->
          JsonObject.builder().put("at", UtcText.write(instant)).build();
      case TimeSetting.Inserted inserted -> inserted.time().source();
    };
  }

  private static JsonObject.Builder leaf(String type) {
    return JsonObject.builder().put("type", type);
  }
}
