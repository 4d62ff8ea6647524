package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Blanks;
import dev.baton.survey.core.values.DateFormat;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One side of a comparison, or the value of a calculation. */
public sealed interface Operand {

  /** The answer to a field. */
  record Field(String ref, FieldTraits traits) implements Operand {}

  /** A hidden value. */
  record Hidden(String name) implements Operand {}

  /** A variable. */
  record Variable(String name) implements Operand {}

  /** A value written in the form; a choice is the text of its label. */
  record Constant(Json value) implements Operand {}

  /** A value written in a description with placeholders in it. */
  record Inserted(JsonTemplate value) implements Operand {}

  /** Its value for the participant; null when it is missing, null or an empty text. */
  default @Nullable Json value(Values values) {
    Json value =
        switch (this) {
          case Field(String ref, FieldTraits traits) -> {
            StoredAnswer answer = values.answer(ref);
            yield answer == null ? null : answer.inserted();
          }
          case Hidden(String name) -> values.hidden(name);
          case Variable(String name) -> values.variable(name);
          case Constant(Json constant) -> constant;
          case Inserted(JsonTemplate template) -> template.render(values, new Missing());
        };
    boolean missing =
        value instanceof JsonNull
            || (value instanceof JsonText(String text) && Blanks.isBlank(text));
    return missing ? null : value;
  }

  /** How numbers are written in its texts. */
  default NumberLocale locale() {
    return this instanceof Field(String ref, FieldTraits traits)
        ? traits.locale()
        : NumberLocale.EN_US;
  }

  /** How dates are written in its texts beside ISO, or null. */
  default @Nullable DateFormat dateFormat() {
    return this instanceof Field(String ref, FieldTraits traits) ? traits.dateFormat() : null;
  }

  /** Whether its text also reads as boolean: Yes and I Accept as true. */
  default boolean readsAsBoolean() {
    return this instanceof Field(String ref, FieldTraits traits) && traits.readsAsBoolean();
  }

  /** The values it names. */
  default Set<Reference> references() {
    return switch (this) {
      case Field(String ref, FieldTraits traits) -> Set.of(new Reference.Field(ref));
      case Hidden(String name) -> Set.of(new Reference.Hidden(name));
      case Variable(String name) -> Set.of(new Reference.Variable(name));
      case Constant constant -> Set.of();
      case Inserted(JsonTemplate template) -> template.references();
    };
  }
}
