package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.Values;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON whose strings are templates. Its structure is fixed: rendering changes leaves only. */
public sealed interface JsonTemplate {

  /** An object; names are never interpolated. */
  record ObjectTemplate(List<Member> members) implements JsonTemplate {
    /** An object over a copy of the members. */
    public ObjectTemplate {
      members = List.copyOf(members);
    }
  }

  /** One name and its value. */
  record Member(String name, JsonTemplate value) {}

  /** An array. */
  record ArrayTemplate(List<JsonTemplate> elements) implements JsonTemplate {
    /** An array over a copy of the elements. */
    public ArrayTemplate {
      elements = List.copyOf(elements);
    }
  }

  /** A text with placeholders: renders to a text. */
  record TextTemplate(Template template) implements JsonTemplate {}

  /** One unquoted placeholder: renders to the inserted value with its type. */
  record InsertedValue(Placeholder placeholder) implements JsonTemplate {}

  /** A text, number, truth value or null without placeholders. */
  record Constant(Json value) implements JsonTemplate {}

  /** JSON in which nothing is a placeholder. */
  static JsonTemplate constant(Json json) {
    throw new UnsupportedOperationException(json.toString());
  }

  /** The value with every placeholder filled in. */
  default Json render(Values values, Missing missing) {
    throw new UnsupportedOperationException(values + "" + missing);
  }

  /** The values it names. */
  default Set<Reference> references() {
    throw new UnsupportedOperationException();
  }

  /** Whether nothing in it is a placeholder. */
  default boolean isConstant() {
    throw new UnsupportedOperationException();
  }

  /** The JSON as the author wrote it, placeholders included; an unquoted one as text. */
  default Json source() {
    throw new UnsupportedOperationException();
  }

  /**
   * The value of the first member of that name, or null when there is none or this is no object.
   */
  default @Nullable JsonTemplate get(String name) {
    throw new UnsupportedOperationException(name);
  }

  /** The constant text under the name, or null. */
  default @Nullable String text(String name) {
    return get(name) instanceof Constant(dev.baton.core.json.JsonText(String value)) ? value : null;
  }
}
