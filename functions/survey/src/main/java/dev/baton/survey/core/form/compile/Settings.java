package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ArrayTemplate;
import dev.baton.survey.core.text.JsonTemplate.Constant;
import dev.baton.survey.core.text.JsonTemplate.InsertedValue;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.text.JsonTemplate.TextTemplate;
import dev.baton.survey.core.text.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a description by name.
 *
 * @param object where they stand
 * @param pointer the place of the object in the description
 */
record Settings(ObjectTemplate object, String pointer) {

  /** The setting of that name; a null one is none. */
  @Nullable JsonTemplate get(String name) {
    JsonTemplate value = object.get(name);
    return value instanceof Constant(JsonNull nothing) ? null : value;
  }

  /** Whether there is a setting of that name. */
  boolean has(String name) {
    return get(name) != null;
  }

  /** The place of the setting in the description. */
  String pointer(String name) {
    return pointer + "/" + name;
  }

  /** The settings inside the setting of that name, none when it is no object. */
  Settings inside(String name) {
    ObjectTemplate inner =
        get(name) instanceof ObjectTemplate given ? given : new ObjectTemplate(List.of());
    return new Settings(inner, pointer(name));
  }

  /** The elements of the setting of that name, none when it is no list. */
  List<JsonTemplate> elements(String name) {
    return get(name) instanceof ArrayTemplate(List<JsonTemplate> elements) ? elements : List.of();
  }

  /** The constant scalar under the name as text, or null. */
  @Nullable String constant(String name) {
    return get(name) instanceof Constant(Json value) ? scalar(value) : null;
  }

  /** The scalar under the name as a template of a text, or null when it is absent or no scalar. */
  @Nullable Template template(String name) {
    JsonTemplate value = get(name);
    return value == null ? null : template(value);
  }

  /** Whether the setting is neither absent nor false, zero or empty. */
  boolean isTruthy(String name) {
    return switch (get(name)) {
      case null -> false;
      case Constant(Json value) -> !List.of("false", "0", "").contains(scalar(value));
      case TextTemplate text -> true;
      case InsertedValue inserted -> true;
      case ObjectTemplate given -> true;
      case ArrayTemplate given -> true;
    };
  }

  /** A scalar as a template of a text, or null when it is an object or a list. */
  static @Nullable Template template(JsonTemplate value) {
    return switch (value) {
      case Constant(Json constant) -> Template.constant(scalar(constant));
      case TextTemplate(Template template) -> template;
      case InsertedValue inserted ->
          Template.parse(inserted.placeholder().source(), Location.inForm("", null)).value();
      case ObjectTemplate given -> null;
      case ArrayTemplate given -> null;
    };
  }

  /** What the author wrote, for messages. */
  static String quoted(JsonTemplate value) {
    return "'" + unquoted(value) + "'";
  }

  /** What the author wrote: a scalar as text, anything else as JSON. */
  static String unquoted(JsonTemplate value) {
    return scalar(value.source());
  }

  /** A scalar as text; of an object or list its JSON. */
  static String scalar(Json value) {
    return switch (value) {
      case JsonText(String text) -> text;
      case JsonNumber(String literal) -> literal;
      case JsonBoolean(boolean truth) -> Boolean.toString(truth);
      case JsonNull nothing -> "";
      case JsonObject object -> object.write();
      case JsonArray array -> array.write();
    };
  }
}
