package dev.baton.shell.dynamo;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new image of an item in a record of a table's stream, in DynamoDB's own JSON.
 *
 * @param attributes the image: each attribute is an object whose member names its type
 */
public record StreamImage(JsonObject attributes) {

  /** The new image of a stream record, or null when it has none, as of an item that is gone. */
  public static @Nullable StreamImage of(JsonObject streamRecord) {
    JsonObject change = streamRecord.object("dynamodb");
    JsonObject image = change == null ? null : change.object("NewImage");
    return image == null ? null : new StreamImage(image);
  }

  /** The text of an attribute, or null. */
  public @Nullable String text(String name) {
    return value(name, "S");
  }

  /** The integer of an attribute, or null. */
  public @Nullable Long number(String name) {
    String digits = value(name, "N");
    return digits == null ? null : Long.valueOf(digits);
  }

  /** The texts of a list; empty when it is absent. */
  public List<String> texts(String name) {
    JsonObject attribute = attributes.object(name);
    List<String> texts = new ArrayList<>();
    for (Json element : attribute == null ? List.<Json>of() : attribute.array("L")) {
      if (element instanceof JsonObject one && one.text("S") instanceof String text) {
        texts.add(text);
      }
    }
    return texts;
  }

  private @Nullable String value(String name, String type) {
    JsonObject attribute = attributes.object(name);
    return attribute == null ? null : attribute.text(type);
  }
}
