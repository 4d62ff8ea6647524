package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches a value against an author's pattern. Source: survey specification §5.3. */
public final class Patterns {
  private Patterns() {}

  /** Whether the value matches; total. An absent pattern matches everything. */
  public static boolean matches(@Nullable Json pattern, @Nullable Json value) {
    return pattern == null || pattern instanceof JsonNull || node(pattern, value);
  }

  private static boolean node(Json pattern, @Nullable Json value) {
    return switch (pattern) {
      case JsonObject(List<JsonObject.Member> members) ->
          members.isEmpty() || members(members, value);
      case JsonArray(List<Json> elements) -> elements(elements, value);
      case JsonNull nothing -> value == null || value instanceof JsonNull;
      case JsonText text -> leaf(text, value);
      case JsonNumber number -> leaf(number, value);
      case JsonBoolean truth -> leaf(truth, value);
    };
  }

  private static boolean members(List<JsonObject.Member> members, @Nullable Json value) {
    if (!(value instanceof JsonObject object)) {
      return false;
    }
    for (JsonObject.Member member : members) {
      Json found = object.get(member.name());
      boolean absent = found == null && !(member.value() instanceof JsonNull);
      if (absent || !node(member.value(), found)) {
        return false;
      }
    }
    return true;
  }

  private static boolean elements(List<Json> elements, @Nullable Json value) {
    if (!(value instanceof JsonArray(List<Json> others)) || others.size() != elements.size()) {
      return false;
    }
    for (int index = 0; index < elements.size(); index++) {
      if (!node(elements.get(index), others.get(index))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A number and a numeric text are equal by value, a truth value and its name too; everything else
   * exactly.
   */
  private static boolean leaf(Json pattern, @Nullable Json value) {
    if (value == null) {
      return false;
    }
    if (pattern instanceof JsonNumber || value instanceof JsonNumber) {
      BigDecimal expected = Numbers.read(pattern, NumberLocale.EN_US);
      BigDecimal found = Numbers.read(value, NumberLocale.EN_US);
      return expected != null && found != null && expected.compareTo(found) == 0;
    }
    return text(pattern).equals(text(value));
  }

  /** Truth values as their names. */
  private static Json text(Json value) {
    return value instanceof JsonBoolean(boolean truth)
        ? new JsonText(Boolean.toString(truth))
        : value;
  }
}
