package dev.baton.core.json;

import java.util.Comparator;
import java.util.List;

/**
 * The canonical form of a JSON value: members of every object sorted by name, so that equal content
 * has equal text.
 */
public final class JsonCanonical {
  private JsonCanonical() {}

  /** The value with all members sorted; members of one name keep their order. */
  public static Json sorted(Json json) {
    return switch (json) {
      case JsonObject(List<JsonObject.Member> members) ->
          new JsonObject(
              members.stream()
                  .sorted(Comparator.comparing(JsonObject.Member::name))
                  .map(member -> new JsonObject.Member(member.name(), sorted(member.value())))
                  .toList());
      case JsonArray(List<Json> elements) ->
          new JsonArray(elements.stream().map(JsonCanonical::sorted).toList());
      case JsonText text -> text;
      case JsonNumber number -> number;
      case JsonBoolean truth -> truth;
      case JsonNull nothing -> nothing;
    };
  }
}
