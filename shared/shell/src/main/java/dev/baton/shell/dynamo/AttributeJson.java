package dev.baton.shell.dynamo;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * JSON values as attributes and back. For values whose numbers are integers of at most 38 digits:
 * DynamoDB normalises numbers and forgets the order of members, so that texts somebody else
 * compares are stored as text.
 */
public final class AttributeJson {
  private AttributeJson() {}

  /** The attribute of a value. */
  public static AttributeValue write(Json json) {
    return switch (json) {
      case JsonText(String value) -> AttributeValue.fromS(value);
      case JsonNumber(String literal) -> AttributeValue.fromN(literal);
      case JsonBoolean(boolean value) -> AttributeValue.fromBool(value);
      case JsonNull nothing -> AttributeValue.fromNul(true);
      case JsonArray(List<Json> elements) ->
          AttributeValue.fromL(elements.stream().map(AttributeJson::write).toList());
      case JsonObject object -> AttributeValue.fromM(members(object));
    };
  }

  /** The value of an attribute; the members of maps are sorted by name. */
  public static Json read(AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> Json.of(attribute.s());
      case N -> new JsonNumber(attribute.n());
      case BOOL -> Json.of(attribute.bool());
      case NUL -> JsonNull.NULL;
      case L -> new JsonArray(attribute.l().stream().map(AttributeJson::read).toList());
      case M -> object(attribute.m());
      case SS, NS, BS, B, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException(
              "An attribute of type " + attribute.type() + " is no JSON.");
    };
  }

  /** The attributes of an object's members. */
  public static Map<String, AttributeValue> members(JsonObject object) {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    object.members().forEach(member -> members.putIfAbsent(member.name(), write(member.value())));
    return members;
  }

  private static JsonObject object(Map<String, AttributeValue> members) {
    JsonObject.Builder object = JsonObject.builder();
    new TreeMap<>(members).forEach((name, value) -> object.put(name, read(value)));
    return object.build();
  }
}
