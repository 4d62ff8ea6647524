package dev.baton.core.schema;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One declared field of an object.
 *
 * @param name its name in the JSON
 * @param type what it may hold
 * @param required whether it must be there
 * @param fallback what counts when it is left out; null for nothing
 * @param description one sentence for people and tools
 */
public record Field(
    String name, FieldType type, boolean required, @Nullable Json fallback, String description) {

  /** A field that says what it is; one that must be there has no fallback. */
  public Field {
    if (required && fallback != null) {
      throw new IllegalArgumentException("Field " + name + " is required and has a default.");
    }
    if (description.isBlank()) {
      throw new IllegalArgumentException("Field " + name + " has no description.");
    }
  }

  /** A field that must be there; of an output: that is always there. */
  public static Field required(String name, FieldType type, String description) {
    return new Field(name, type, true, null, description);
  }

  /** A field that may be there. */
  public static Field optional(String name, FieldType type, String description) {
    return new Field(name, type, false, null, description);
  }

  /** A text field that must be there and has at least one character. */
  public static Field requiredText(String name, int longest, String description) {
    return required(name, FieldType.text(1, longest), description);
  }

  /** A text field that may be there and then has at least one character. */
  public static Field text(String name, int longest, String description) {
    return optional(name, FieldType.text(1, longest), description);
  }

  /** A field with one of some words that may be there. */
  public static Field choice(String name, List<String> words, String description) {
    return optional(name, new FieldType.Choice(words), description);
  }

  /** The same field, which must be there. */
  public Field mandatory() {
    return new Field(name, type, true, null, description);
  }

  /** The same field, which holds this when it is left out. */
  public Field orElse(Json value) {
    return new Field(name, type, false, value, description);
  }

  /** The same field, which holds this word when it is left out. */
  public Field orElse(String word) {
    return orElse(new JsonText(word));
  }

  /** The same field, which holds this number when it is left out. */
  public Field orElse(long number) {
    return orElse(Json.of(number));
  }

  /** The same field, which holds this truth value when it is left out. */
  public Field orElse(boolean truth) {
    return orElse(Json.of(truth));
  }

  /** The same field with another sentence. */
  public Field described(String sentence) {
    return new Field(name, type, required, fallback, sentence);
  }
}
