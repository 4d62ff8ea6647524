package dev.baton.survey.core.values;

/** A name by which a form reaches a value of the participant. Source: survey specification §4.5. */
public sealed interface Reference {

  /** The name without its kind. */
  String name();

  /** A hidden value, {@code {{hidden:name}}}. */
  record Hidden(String name) implements Reference {}

  /** The answer to the field with that ref, {@code {{field:name}}}. */
  record Field(String name) implements Reference {}

  /** A variable, {@code {{var:name}}}. */
  record Variable(String name) implements Reference {}
}
