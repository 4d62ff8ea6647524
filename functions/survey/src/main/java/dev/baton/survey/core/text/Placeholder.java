package dev.baton.survey.core.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.values.Phones;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;

/**
 * One placeholder.
 *
 * @param reference the value it inserts
 * @param e164 whether a phone number is inserted as {@code +} and digits
 * @param encoded whether it stands in a URL, where the value is percent-encoded
 * @param source the placeholder as written, braces included
 */
public record Placeholder(Reference reference, boolean e164, boolean encoded, String source) {

  /** The value with its type; an empty text when it is missing or null. */
  Json insert(Values values, Missing missing) {
    Json value = values.inserted(reference);
    return switch (value) {
      case null -> absent(missing);
      case JsonNull nothing -> absent(missing);
      case JsonText text -> e164 ? new JsonText(phone(values, text.value())) : text;
      case JsonNumber number -> number;
      case JsonBoolean truth -> truth;
      case JsonObject object -> object;
      case JsonArray array -> array;
    };
  }

  /** Appends the value as text. */
  void append(Values values, Missing missing, StringBuilder out) {
    String text = print(insert(values, missing));
    if (encoded) {
      PercentEncoding.append(text, out);
    } else {
      out.append(text);
    }
  }

  private static String print(Json value) {
    return value instanceof JsonText(String text) ? text : value.write();
  }

  private static Json absent(Missing missing) {
    missing.add();
    return new JsonText("");
  }

  /** An answer that was read with its field's country counts before the text. */
  private String phone(Values values, String text) {
    String number = Phones.e164(answered(values, text), Phones.DEFAULT_COUNTRY);
    return number == null ? text : number;
  }

  private String answered(Values values, String text) {
    return reference instanceof Reference.Field(String ref)
            && values.answer(ref) instanceof StoredAnswer(String response, JsonText value)
        ? value.value()
        : text;
  }

  /** The placeholder as part of a URL. */
  Placeholder inUrl() {
    return new Placeholder(reference, e164, true, source);
  }
}
