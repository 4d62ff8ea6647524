package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.Severity;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells problems to the author as findings, in the order of the questions. Source: survey spec
 * §4.7.
 */
public final class Findings {
  private final Map<String, FieldSource> byPointer = new HashMap<>();
  private final Map<String, FieldSource> byRef = new HashMap<>();

  private Findings(List<FieldSource> fields) {
    for (FieldSource field : fields) {
      byPointer.put(field.pointer(), field);
      byRef.putIfAbsent(field.ref(), field);
    }
  }

  /** The findings; what concerns the whole form comes first, and equal ones are told once. */
  public static List<Finding> of(List<Problem> problems, List<FieldSource> fields) {
    Findings findings = new Findings(fields);
    List<Problem> sorted = new ArrayList<>(new LinkedHashSet<>(problems));
    sorted.sort(Comparator.comparingInt(findings::position));
    return sorted.stream().map(findings::finding).toList();
  }

  private int position(Problem problem) {
    FieldSource field = field(problem);
    return field == null ? 0 : field.position();
  }

  private Finding finding(Problem problem) {
    FieldSource field = field(problem);
    String subject =
        field == null ? "Form" : "Question " + field.position() + " '" + field.ref() + "'";
    return new Finding(
        problem.code(),
        problem.error() ? Severity.ERROR : Severity.WARNING,
        problem.path(),
        field == null ? null : field.ref(),
        subject + ": " + problem.fact() + ".",
        problem.suggestion());
  }

  private @Nullable FieldSource field(Problem problem) {
    String ref = problem.ref();
    if (ref == null) {
      return null;
    }
    for (String pointer = problem.path(); !pointer.isEmpty(); pointer = parent(pointer)) {
      FieldSource field = byPointer.get(pointer);
      if (field != null && field.ref().equals(ref)) {
        return field;
      }
    }
    return byRef.get(ref);
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }
}
