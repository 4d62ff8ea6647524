package dev.baton.survey.core.form.compile;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.problem.Problem;
import java.util.List;

/**
 * A form as far as it compiles, for the linter: where a part does not compile, something harmless
 * stands in its place.
 *
 * @param source what the author imports
 * @param json the form in it
 * @param fields its fields as they were written, in order
 * @param form the compiled form
 * @param problems what the parsers found wrong
 */
public record Draft(
    FormSource source,
    JsonObject json,
    List<FieldSource> fields,
    Form form,
    List<Problem> problems) {

  /** Keeps copies. */
  public Draft {
    fields = List.copyOf(fields);
    problems = List.copyOf(problems);
  }
}
