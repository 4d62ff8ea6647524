package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.schema.Moments;
import org.jspecify.annotations.Nullable;

/**
 * An input that matches its shape, to make a typed record of. Asking for a field as another type
 * than the declared one is a mistake of the program.
 *
 * @param json the validated object, with the defaults of what was left out
 */
public record Arguments(JsonObject json) {

  /** The text of a field that is required or has a default. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw undeclared(name);
    }
    return text;
  }

  /** The text of a field, or null. */
  public @Nullable String text(String name) {
    return json.get(name) instanceof JsonText(String value) ? value : null;
  }

  /** The integer of a field that is required or has a default. */
  public int integer(String name) {
    Long value = number(name);
    if (value == null) {
      throw undeclared(name);
    }
    return Math.toIntExact(value);
  }

  /** The integer of a field, or null. */
  public @Nullable Long number(String name) {
    return json.get(name) instanceof JsonNumber(String literal) ? Moments.whole(literal) : null;
  }

  /** The truth value of a field that is required or has a default. */
  public boolean truth(String name) {
    if (json.get(name) instanceof JsonBoolean(boolean value)) {
      return value;
    }
    throw undeclared(name);
  }

  /** The moment of a field in milliseconds since 1970, or null. */
  public @Nullable Long moment(String name) {
    return Moments.read(json.get(name));
  }

  /** The object of a field, or null. */
  public @Nullable JsonObject object(String name) {
    return json.object(name);
  }

  /** The value of a field as it is, or null. */
  public @Nullable Json value(String name) {
    return json.get(name);
  }

  private static IllegalStateException undeclared(String name) {
    return new IllegalStateException(
        "Field " + name + " is read as always there but not declared so.");
  }
}
