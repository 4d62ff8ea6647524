package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.text.JsonTemplate;

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
}
