package dev.baton.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Calls commands with one API key. Thread-safe. */
public final class Commands {
  private final JsonHttp http;

  /** Commands of the stack at that address, as the owner of the key {@code dev}. */
  public Commands(String apiUrl) {
    this(apiUrl, "dev");
  }

  /** Commands of the stack at that address, with this key. */
  public Commands(String apiUrl, String key) {
    this.http = new JsonHttp(apiUrl + "/commands/", Map.of("Authorization", "Bearer " + key));
  }

  /** The whole result. */
  public JsonNode call(String name, Object input) {
    return http.call("POST", name, input);
  }

  /** The data of a result that must be a success. */
  public JsonNode data(String name, Object input) {
    JsonNode result = call(name, input);
    if (!result.path("success").asBoolean()) {
      throw new AssertionError(name + " was refused: " + result.path("error"));
    }
    return result.path("data");
  }
}
