package dev.baton.chat;

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
 * @param text the body as it was sent
 * @param body the body as JSON
 */
public record Answer(int status, String text, JsonObject body) {

  /** The data of a success; fails the test when it is a refusal. */
  public JsonObject data() {
    if (status != 200) {
      throw new AssertionError("Refused: " + text);
    }
    return Objects.requireNonNull(body.object("data"));
  }

  /** The code of a refusal; fails the test when it is a success. */
  public String code() {
    return Objects.requireNonNull(error().text("code"));
  }

  /** The refusal; fails the test when it is a success. */
  public JsonObject error() {
    JsonObject error = body.object("error");
    if (error == null) {
      throw new AssertionError("Not refused: " + text);
    }
    return error;
  }

  /** The session of a handoff. */
  public String sessionId() {
    JsonObject credentials = Objects.requireNonNull(data().object("credentials"));
    return Objects.requireNonNull(credentials.text("sessionId"));
  }

  /** The texts of the messages of a poll. */
  public List<String> texts() {
    return data().get("messages") instanceof JsonArray(List<Json> messages)
        ? messages.stream()
            .map(message -> Objects.requireNonNull(((JsonObject) message).text("text")))
            .toList()
        : List.of();
  }

  /** A number of the data. */
  public long number(String name) {
    return data().get(name) instanceof JsonNumber(String literal) ? Long.parseLong(literal) : -1;
  }
}
