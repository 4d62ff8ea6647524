package dev.baton.core.command;

import dev.baton.core.json.JsonObject;

/**
 * A call that shows what a command is for; the build validates it against the input's shape.
 *
 * @param title what it shows
 * @param input the input
 */
public record Example(String title, JsonObject input) {

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder().put("title", title).put("input", input).build();
  }
}
