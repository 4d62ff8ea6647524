package dev.baton.survey.core.logic;

import dev.baton.survey.core.values.Reference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A compiled condition. Source: survey specification §4.6. */
public sealed interface Condition {

  /** True. */
  record Always() implements Condition {}

  /** True when all parts are; true without parts. */
  record All(List<Condition> parts) implements Condition {
    /** A condition over a copy of the parts. */
    public All {
      parts = List.copyOf(parts);
    }
  }

  /** True when one part is; false without parts. */
  record Any(List<Condition> parts) implements Condition {
    /** A condition over a copy of the parts. */
    public Any {
      parts = List.copyOf(parts);
    }
  }

  /** A comparison of two values. */
  record Comparison(Operator operator, Operand left, Operand right) implements Condition {}

  /** The values it names, in order. */
  default Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    switch (this) {
      case Always always -> {}
      case All(List<Condition> parts) ->
          parts.forEach(part -> references.addAll(part.references()));
      case Any(List<Condition> parts) ->
          parts.forEach(part -> references.addAll(part.references()));
      case Comparison(Operator operator, Operand left, Operand right) -> {
        references.addAll(left.references());
        references.addAll(right.references());
      }
    }
    return references;
  }
}
