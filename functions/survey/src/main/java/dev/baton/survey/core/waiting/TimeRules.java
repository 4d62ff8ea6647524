package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.time.ZoneId;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a form says about time. Source: survey specification §5.2.
 *
 * @param zone the zone of instants without one
 * @param timeouts named times of the import option {@code timeouts}: a text, or an object of type
 *     relative or absolute
 */
public record TimeRules(ZoneId zone, Map<String, Json> timeouts) {

  /** Rules over a copy of the timeouts. */
  public TimeRules {
    timeouts = Map.copyOf(timeouts);
  }

  /**
   * Reads a time without placeholders: duration, then instant, or one of the objects; null when it
   * is none.
   */
  public @Nullable TimeSetting read(Json time) {
    return switch (time) {
      case JsonText(String text) -> ofText(text);
      case JsonObject object when object.has("variable") -> named(object.text("variable"));
      case JsonObject object -> ofObject(object);
      case Json other -> null;
    };
  }

  private @Nullable TimeSetting named(@Nullable String name) {
    Json time = name == null ? null : timeouts.get(name);
    return switch (time) {
      case JsonText(String text) -> ofText(text);
      case JsonObject object -> ofObject(object);
      case null -> null;
      case Json other -> null;
    };
  }

  private @Nullable TimeSetting ofText(String text) {
    TimeSetting duration = duration(text);
    return duration == null ? instant(text) : duration;
  }

  private @Nullable TimeSetting ofObject(JsonObject object) {
    String type = object.text("type");
    String timeout = object.text("timeout");
    if (type == null || timeout == null) {
      return null;
    }
    return switch (type) {
      case "relative" -> duration(timeout);
      case "absolute" -> instant(timeout);
      default -> null;
    };
  }

  private static @Nullable TimeSetting duration(String text) {
    OptionalLong milliseconds = Durations.milliseconds(text);
    return milliseconds.isPresent() ? new TimeSetting.After(milliseconds.getAsLong()) : null;
  }

  private @Nullable TimeSetting instant(String text) {
    OptionalLong instant = Instants.milliseconds(text, zone);
    return instant.isPresent() ? new TimeSetting.At(instant.getAsLong()) : null;
  }

  /** Why {@link #read} found no time, for the author. */
  String whyNot(Json time) {
    return switch (time) {
      case JsonText(String text) -> "timeout " + Durations.whyNot(text);
      case JsonObject object when object.text("variable") instanceof String name ->
          "timeout '" + name + "' is not among the timeouts";
      case JsonObject object when object.text("timeout") instanceof String text ->
          "timeout " + Durations.whyNot(text);
      case Json other -> "timeout '" + other.write() + "' is not a duration";
    };
  }
}
