package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.time.UtcText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An input that matches its schema, to make a typed record of. Asking for a field as another type
 * than the declared one is a mistake of the program.
 *
 * @param json the validated object
 */
public record Arguments(JsonObject json) {

  /** The latest moment an input may name: the end of the year 9999. */
  static final BigDecimal LATEST = new BigDecimal("253402300799999");

  /** The text of a required field. */
  public String requiredText(String name) {
    String text = text(name);
    if (text == null) {
      throw new IllegalStateException(
          "Field " + name + " is read as required but not declared so.");
    }
    return text;
  }

  /** The text of a field, or null. */
  public @Nullable String text(String name) {
    return json.get(name) instanceof JsonText(String value) ? value : null;
  }

  /** The text of a field, or the fallback. */
  public String text(String name, String fallback) {
    return json.get(name) instanceof JsonText(String value) ? value : fallback;
  }

  /** The integer of a field, or the fallback. */
  public int integer(String name, int fallback) {
    Long value = number(name);
    return value == null ? fallback : Math.toIntExact(value);
  }

  /** The integer of a field, or null. */
  public @Nullable Long number(String name) {
    return json.get(name) instanceof JsonNumber(String literal) ? Long.valueOf(literal) : null;
  }

  /** The truth value of a field, or the fallback. */
  public boolean truth(String name, boolean fallback) {
    return json.get(name) instanceof JsonBoolean(boolean value) ? value : fallback;
  }

  /** The moment of a field in milliseconds since 1970, or null. */
  public @Nullable Long moment(String name) {
    String text = text(name);
    return text == null ? number(name) : UtcText.read(text);
  }

  /** The object of a field, or null. */
  public @Nullable JsonObject object(String name) {
    return json.object(name);
  }

  /** The value of a field as it is, or null. */
  public @Nullable Json value(String name) {
    return json.get(name);
  }
}
