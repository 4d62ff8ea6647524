package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.OutcomeRule;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a form at its start: declared ones, and those that it names, from 0. Source:
 * survey spec §4.6.
 */
final class Variables {
  private static final int MOST = 50;
  private static final Json ZERO = Json.of(0);

  private Variables() {}

  static Map<String, Json> atStart(
      JsonObject form,
      Set<Reference> named,
      @Nullable OutcomeRule outcome,
      List<Problem> problems) {
    Map<String, Json> variables = new LinkedHashMap<>();
    JsonObject declared = form.object("variables");
    if (declared != null) {
      declared.members().forEach(member -> variables.put(member.name(), start(member.value())));
    }
    for (Reference reference : named) {
      if (reference instanceof Reference.Variable(String name)) {
        variables.putIfAbsent(name, ZERO);
      }
    }
    if (outcome != null) {
      outcome.choices().forEach(choice -> variables.putIfAbsent(choice.counterVariable(), ZERO));
    }
    if (variables.size() > MOST) {
      problems.add(
          Location.inForm("/variables", null)
              .error(
                  "form-invalid",
                  "there are " + variables.size() + " variables, and 50 at most are kept",
                  "Use fewer."));
    }
    return variables;
  }

  private static Json start(Json value) {
    boolean isScalar =
        !(value instanceof JsonObject || value instanceof JsonArray || value instanceof JsonNull);
    return isScalar ? value : ZERO;
  }
}
