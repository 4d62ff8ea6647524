package dev.baton.agent.work.model;

import com.anthropic.core.JsonValue;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our JSON as the SDK's, and back. */
final class SdkJson {
  private static final int LONG_DIGITS = 18;

  private SdkJson() {}

  static JsonValue toSdk(Json json) {
    return JsonValue.from(plain(json));
  }

  private static @Nullable Object plain(Json json) {
    return switch (json) {
      case JsonObject(List<JsonObject.Member> members) -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        members.forEach(member -> map.put(member.name(), plain(member.value())));
        yield map;
      }
      case JsonArray(List<Json> elements) -> {
        List<@Nullable Object> list = new ArrayList<>();
        elements.forEach(element -> list.add(plain(element)));
        yield list;
      }
      case JsonText(String text) -> text;
      case JsonNumber number -> number(number);
      case JsonBoolean(boolean truth) -> truth;
      case JsonNull nothing -> null;
    };
  }

  /** A model may write any number; one whose exponent is beyond all bounds is told as a text. */
  private static Object number(JsonNumber number) {
    try {
      BigDecimal decimal = number.decimal();
      boolean isLong = decimal.scale() == 0 && decimal.precision() <= LONG_DIGITS;
      return isLong ? (Object) decimal.longValueExact() : decimal;
    } catch (NumberFormatException beyond) {
      return number.literal();
    }
  }

  static Json fromSdk(JsonValue value) {
    return value.accept(
        new JsonValue.Visitor<Json>() {
          @Override
          public Json visitNull() {
            return JsonNull.NULL;
          }

          @Override
          public Json visitMissing() {
            return JsonNull.NULL;
          }

          @Override
          public Json visitBoolean(boolean truth) {
            return Json.of(truth);
          }

          @Override
          public Json visitNumber(Number number) {
            return new JsonNumber(number.toString());
          }

          @Override
          public Json visitString(String text) {
            return new JsonText(text);
          }

          @Override
          public Json visitArray(List<? extends JsonValue> elements) {
            return new JsonArray(elements.stream().map(SdkJson::fromSdk).toList());
          }

          @Override
          public Json visitObject(Map<String, ? extends JsonValue> members) {
            JsonObject.Builder object = JsonObject.builder();
            members.forEach((name, member) -> object.put(name, fromSdk(member)));
            return object.build();
          }

          @Override
          public Json visitDefault() {
            return JsonNull.NULL;
          }
        });
  }
}
