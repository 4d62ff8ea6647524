package dev.baton.afd.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** Fields that several tools have, and how lists of texts are read. */
public final class AfdFields {
  /** The longest name that anybody may ask for. */
  public static final int LONGEST_NAME = 128;

  /** One command by its name. */
  public static final Field COMMAND =
      Field.text("command", LONGEST_NAME, "The command's name, such as survey-list.");

  /** A list of words. */
  public static final FieldType WORDS =
      new FieldType.ListOf(FieldType.text(1, LONGEST_NAME), 0, 20);

  private AfdFields() {}

  /** The texts of a list. */
  public static List<String> texts(JsonObject input, String name) {
    return input.array(name).stream().map(AfdFields::text).toList();
  }

  private static String text(Json json) {
    return json instanceof JsonText(String text) ? text : "";
  }
}
