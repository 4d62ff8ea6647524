package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field while it is compiled. The readers of its parts add to the problems.
 *
 * @param source the field as it was written
 * @param description its configuration
 * @param type its effective type
 * @param options the import's options
 * @param problems what was found wrong so far
 */
record FieldReading(
    FieldSource source,
    Description description,
    FieldType type,
    FormOptions options,
    List<Problem> problems) {

  /** The settings of its description. */
  Settings settings() {
    return description.settings();
  }

  /** Where its description stands. */
  Location inDescription() {
    return source.descriptionLocation();
  }

  /** Adds an error in the description. */
  void error(String code, String fact, String suggestion) {
    problems.add(inDescription().error(code, fact, suggestion));
  }

  /** Adds a warning in the description. */
  void warning(String code, String fact, String suggestion) {
    problems.add(inDescription().warning(code, fact, suggestion));
  }

  /** Adds the problems of a part and gives its value. */
  <T> @Nullable T take(Parsed<T> part) {
    problems.addAll(part.problems());
    return part.value();
  }
}
