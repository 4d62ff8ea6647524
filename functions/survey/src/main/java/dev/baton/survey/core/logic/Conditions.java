package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Values;

/** Compiles and evaluates conditions. Source: survey specification §4.6. */
public final class Conditions {
  private Conditions() {}

  /**
   * Compiles a condition of a form's logic. Problems: {@code unknown-operator}, {@code
   * unknown-var}, {@code bad-arity}, {@code dead-ref}, {@code dead-choice}.
   */
  public static Parsed<Condition> parse(Json condition, FormNames names, Location location) {
    return parse(JsonTemplate.constant(condition), names, location);
  }

  /** Compiles a condition of a description, whose texts may hold placeholders. */
  public static Parsed<Condition> parse(
      JsonTemplate condition, FormNames names, Location location) {
    throw new UnsupportedOperationException(condition + "" + names + location);
  }

  /** Whether the condition holds; total. */
  public static boolean holds(Condition condition, Values values) {
    throw new UnsupportedOperationException(condition + "" + values);
  }
}
