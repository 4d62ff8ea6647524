package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.values.Values;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles and runs the logic of a field. Source: survey specification §4.6. */
public final class Logic {
  private Logic() {}

  /**
   * Compiles the {@code actions} of one element of {@code form.logic}. Problems: those of {@link
   * Conditions}, {@code dead-jump}, {@code bad-calculation}. What does not compile is left out.
   */
  public static Parsed<FieldLogic> parse(Json actions, FormNames names, Location location) {
    return new LogicParser(names).parse(actions, location);
  }

  /** Runs the calculations in order and finds the jump; total. */
  public static Left leave(FieldLogic logic, Values values) {
    if (logic.calculations().isEmpty()) {
      return new Left(values.variables(), jump(logic, values), 0);
    }
    Map<String, Json> variables = new LinkedHashMap<>(values.variables());
    Values changing = values.withVariables(variables);
    int failed = 0;
    for (Calculation calculation : logic.calculations()) {
      if (Conditions.holds(calculation.condition(), changing)
          && !Arithmetic.run(calculation, changing, variables)) {
        failed++;
      }
    }
    return new Left(variables, jump(logic, changing), failed);
  }

  private static @Nullable Jump jump(FieldLogic logic, Values values) {
    for (Jump jump : logic.jumps()) {
      if (Conditions.holds(jump.condition(), values)) {
        return jump;
      }
    }
    return null;
  }
}
