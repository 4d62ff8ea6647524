package dev.baton.survey.core.form.lint;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.compile.Draft;
import dev.baton.survey.core.form.compile.FieldSource;
import dev.baton.survey.core.form.lint.FormLinter.Surroundings;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A form under the eyes of the rules, and what they have said so far. Used for one check; not
 * thread-safe.
 */
final class Inspection {
  private final Draft draft;
  private final Surroundings surroundings;
  private final FlowGraph graph;
  private final List<Problem> problems = new ArrayList<>();

  Inspection(Draft draft, Surroundings surroundings) {
    this.draft = draft;
    this.surroundings = surroundings;
    this.graph = FlowGraph.of(draft.form());
  }

  /** The compiled form. */
  Form form() {
    return draft.form();
  }

  /** The form as the author wrote it. */
  JsonObject json() {
    return draft.json();
  }

  /** What is known beside the form. */
  Surroundings surroundings() {
    return surroundings;
  }

  /** Which field can follow which. */
  FlowGraph graph() {
    return graph;
  }

  /** The field as the author wrote it. */
  FieldSource source(Field field) {
    return draft.fields().get(field.position() - 1);
  }

  /** Where the logic of a field stands, or the field itself when it has none. */
  Location logic(Field field) {
    List<Json> elements = json().array("logic");
    for (int index = 0; index < elements.size(); index++) {
      if (elements.get(index) instanceof JsonObject element
          && field.ref().equals(element.text("ref"))) {
        return Location.inForm("/logic/" + index, field.ref());
      }
    }
    return source(field).location();
  }

  /** Whether the parsers refused something in the logic, so that paths are not known. */
  boolean hasBrokenLogic() {
    return draft.problems().stream()
        .anyMatch(problem -> problem.error() && problem.path().startsWith("/logic"));
  }

  /** Adds a problem. */
  void say(Problem problem) {
    problems.add(problem);
  }

  /** Everything the parsers and the rules said. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(draft.problems());
    all.addAll(problems);
    return all;
  }
}
