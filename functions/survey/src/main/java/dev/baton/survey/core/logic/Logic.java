package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.values.Values;

/** Compiles and runs the logic of a field. Source: survey specification §4.6. */
public final class Logic {
  private Logic() {}

  /**
   * Compiles the {@code actions} of one element of {@code form.logic}. Problems: those of {@link
   * Conditions}, {@code dead-jump}, {@code bad-calculation}, {@code unknown-operator}. What does
   * not compile is left out.
   */
  public static Parsed<FieldLogic> parse(Json actions, FormNames names, Location location) {
    throw new UnsupportedOperationException(actions + "" + names + location);
  }

  /** Runs the calculations in order and finds the jump; total. */
  public static Left leave(FieldLogic logic, Values values) {
    throw new UnsupportedOperationException(logic + "" + values);
  }
}
