package dev.baton.survey.core.logic;

import java.util.List;

/**
 * The logic of one field: what happens when it is left.
 *
 * @param calculations in order
 * @param jumps in order; the first whose condition holds counts
 */
public record FieldLogic(List<Calculation> calculations, List<Jump> jumps) {

  /** No logic: on to the next field in order. */
  public static final FieldLogic NONE = new FieldLogic(List.of(), List.of());

  /** Logic over copies of the lists. */
  public FieldLogic {
    calculations = List.copyOf(calculations);
    jumps = List.copyOf(jumps);
  }
}
