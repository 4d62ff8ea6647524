package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Values;
import java.util.List;

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
    return new ConditionParser(names).parse(condition, location);
  }

  /** Whether the condition holds; total. */
  public static boolean holds(Condition condition, Values values) {
    return switch (condition) {
      case Condition.Always always -> true;
      case Condition.All(List<Condition> parts) -> {
        boolean all = true;
        for (int index = 0; all && index < parts.size(); index++) {
          all = holds(parts.get(index), values);
        }
        yield all;
      }
      case Condition.Any(List<Condition> parts) -> {
        boolean any = false;
        for (int index = 0; !any && index < parts.size(); index++) {
          any = holds(parts.get(index), values);
        }
        yield any;
      }
      case Condition.Comparison comparison -> Comparisons.holds(comparison, values);
    };
  }
}
