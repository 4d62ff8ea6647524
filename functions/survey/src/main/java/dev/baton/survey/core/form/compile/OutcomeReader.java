package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.OutcomeRule;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles {@code form.outcome}. Source: survey spec §4.6. */
final class OutcomeReader {
  private OutcomeReader() {}

  /** The rule, or null when the form has none. */
  static @Nullable OutcomeRule read(JsonObject form, Set<String> endings, List<Problem> problems) {
    JsonObject outcome = form.object("outcome");
    String variable = outcome == null ? null : outcome.text("variable");
    if (outcome == null || variable == null) {
      return null;
    }
    List<OutcomeRule.Choice> choices = new ArrayList<>();
    List<Json> elements = outcome.array("choices");
    for (int index = 0; index < elements.size(); index++) {
      OutcomeRule.Choice choice = choice(elements.get(index));
      if (choice == null) {
        problems.add(at(index).error("form-invalid", incomplete(), "Export the form again."));
      } else if (endings.contains(choice.thankyouScreenRef())) {
        choices.add(choice);
      } else {
        problems.add(dead(at(index), choice.thankyouScreenRef(), endings));
      }
    }
    return choices.isEmpty() ? null : new OutcomeRule(variable, choices);
  }

  private static OutcomeRule.@Nullable Choice choice(Json element) {
    if (!(element instanceof JsonObject choice)) {
      return null;
    }
    String id = choice.text("id");
    String counter = choice.text("counter_variable");
    String ending = choice.text("thankyou_screen_ref");
    return id == null || counter == null || ending == null
        ? null
        : new OutcomeRule.Choice(id, counter, ending);
  }

  private static Location at(int index) {
    return Location.inForm("/outcome/choices/" + index, null);
  }

  private static String incomplete() {
    return "an outcome lacks its id, counter_variable or thankyou_screen_ref";
  }

  private static Problem dead(Location at, String ref, Set<String> endings) {
    return at.member("thankyou_screen_ref")
        .error(
            "dead-jump",
            "an outcome leads to '" + ref + "', which is no thank-you screen",
            NearestName.suggestion(ref, endings, "Add the thank-you screen."));
  }
}
