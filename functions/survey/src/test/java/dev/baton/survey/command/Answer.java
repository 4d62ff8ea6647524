package dev.baton.survey.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.Objects;

/**
 * What a command answered.
 *
 * @param status the HTTP status
 * @param headers the HTTP headers
 * @param text the body as it was sent
 * @param body the body as JSON
 */
public record Answer(int status, JsonObject headers, String text, JsonObject body) {

  /** The data of a success; fails the test when it is a refusal. */
  public JsonObject data() {
    if (status != 200) {
      throw new AssertionError("Refused: " + text);
    }
    return Objects.requireNonNull(body.object("data"));
  }

  /** The code of a refusal; fails the test when it is a success. */
  public String code() {
    JsonObject error = body.object("error");
    if (error == null) {
      throw new AssertionError("Not refused: " + text);
    }
    return Objects.requireNonNull(error.text("code"));
  }

  /** The integer of a member of the data. */
  public int number(String name) {
    return data().get(name) instanceof JsonNumber(String literal) ? Integer.parseInt(literal) : -1;
  }

  /** The objects in an array of the data. */
  public List<JsonObject> objects(String name) {
    return data().get(name) instanceof JsonArray(List<Json> elements)
        ? elements.stream().map(JsonObject.class::cast).toList()
        : List.of();
  }

  /** The answer without what differs from call to call. */
  public String withoutTimes() {
    return text.replaceAll("\"metadata\":\\{[^}]*}", "");
  }
}
