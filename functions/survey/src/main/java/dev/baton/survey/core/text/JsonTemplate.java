package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.Values;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON whose strings are templates. Its structure is fixed: rendering changes leaves only. Source:
 * survey specification §4.3.
 */
public sealed interface JsonTemplate {

  /** An object; names are never interpolated. A name that occurs twice is kept twice. */
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
    return switch (json) {
      case JsonObject(List<JsonObject.Member> members) ->
          new ObjectTemplate(
              members.stream()
                  .map(member -> new Member(member.name(), constant(member.value())))
                  .toList());
      case JsonArray(List<Json> elements) ->
          new ArrayTemplate(elements.stream().map(JsonTemplate::constant).toList());
      case Json leaf -> new Constant(leaf);
    };
  }

  /** The value with every placeholder filled in. */
  default Json render(Values values, Missing missing) {
    return switch (this) {
      case ObjectTemplate(List<Member> members) -> {
        JsonObject.Builder object = JsonObject.builder();
        members.forEach(
            member -> object.put(member.name(), member.value().render(values, missing)));
        yield object.build();
      }
      case ArrayTemplate(List<JsonTemplate> elements) ->
          new JsonArray(elements.stream().map(element -> element.render(values, missing)).toList());
      case TextTemplate(Template template) -> new JsonText(template.render(values, missing));
      case InsertedValue(Placeholder placeholder) -> placeholder.insert(values, missing);
      case Constant(Json value) -> value;
    };
  }

  /** The JSON as the author wrote it; an unquoted placeholder as text. */
  default Json source() {
    return switch (this) {
      case ObjectTemplate(List<Member> members) -> {
        JsonObject.Builder object = JsonObject.builder();
        members.forEach(member -> object.put(member.name(), member.value().source()));
        yield object.build();
      }
      case ArrayTemplate(List<JsonTemplate> elements) ->
          new JsonArray(elements.stream().map(JsonTemplate::source).toList());
      case TextTemplate(Template template) -> new JsonText(template.source());
      case InsertedValue(Placeholder placeholder) -> new JsonText(placeholder.source());
      case Constant(Json value) -> value;
    };
  }

  /** The values it names, in order. */
  default Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    switch (this) {
      case ObjectTemplate(List<Member> members) ->
          members.forEach(member -> references.addAll(member.value().references()));
      case ArrayTemplate(List<JsonTemplate> elements) ->
          elements.forEach(element -> references.addAll(element.references()));
      case TextTemplate(Template template) -> references.addAll(template.references());
      case InsertedValue(Placeholder placeholder) -> references.add(placeholder.reference());
      case Constant constant -> {}
    }
    return references;
  }

  /** Whether nothing in it is a placeholder. */
  default boolean isConstant() {
    return references().isEmpty();
  }

  /**
   * The value of the first member of that name, or null when there is none or this is no object.
   */
  default @Nullable JsonTemplate get(String name) {
    if (this instanceof ObjectTemplate(List<Member> members)) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return member.value();
        }
      }
    }
    return null;
  }

  /** The constant text under the name, or null. */
  default @Nullable String text(String name) {
    return get(name) instanceof Constant(JsonText(String value)) ? value : null;
  }

  /** This object without the members of those names; everything else as it is. */
  default JsonTemplate without(Set<String> names) {
    return this instanceof ObjectTemplate(List<Member> members)
        ? new ObjectTemplate(
            members.stream().filter(member -> !names.contains(member.name())).toList())
        : this;
  }
}
