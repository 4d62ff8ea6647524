package dev.baton.testkit.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** A part of the data. */
  public JsonObject part(String name) {
    return Objects.requireNonNull(data().object(name), () -> "no " + name + " in " + text);
  }

  /** A text of the data. */
  public String text(String name) {
    return JsonFields.text(data(), name);
  }

  /** A text of the data that may be absent. */
  public @Nullable String textOrNull(String name) {
    return data().text(name);
  }

  /** A number of the data. */
  public long number(String name) {
    return JsonFields.number(data(), name);
  }

  /** The session of a handoff. */
  public String sessionId() {
    return JsonFields.text(part("credentials"), "sessionId");
  }

  /** The secret of a handoff. */
  public String token() {
    return JsonFields.text(part("credentials"), "token");
  }

  /** The types of the events of a poll. */
  public List<String> types() {
    return each("events", "type");
  }

  /** The texts of the messages of a poll. */
  public List<String> texts() {
    return each("messages", "text");
  }

  private List<String> each(String list, String member) {
    return data().get(list) instanceof JsonArray(List<Json> entries)
        ? entries.stream().map(entry -> JsonFields.text((JsonObject) entry, member)).toList()
        : List.of();
  }
}
