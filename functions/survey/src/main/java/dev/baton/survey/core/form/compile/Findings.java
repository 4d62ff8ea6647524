package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
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
  private final Json form;
  private final Map<String, FieldSource> byPointer = new HashMap<>();
  private final Map<String, FieldSource> byRef = new HashMap<>();

  private Findings(List<FieldSource> fields, Json form) {
    this.form = form;
    for (FieldSource field : fields) {
      byPointer.put(field.pointer(), field);
      byRef.putIfAbsent(field.ref(), field);
    }
  }

  /**
   * The findings; what concerns the whole form comes first, and equal ones are told once. A pointer
   * to what is missing is shortened until it leads somewhere.
   */
  public static List<Finding> of(List<Problem> problems, List<FieldSource> fields, Json form) {
    Findings findings = new Findings(fields, form);
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
        existing(problem.path()),
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

  private String existing(String pointer) {
    StringBuilder existing = new StringBuilder();
    Json value = form;
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      value = inside(value, token.replace("~1", "/").replace("~0", "~"));
      if (value == null) {
        break;
      }
      existing.append('/').append(token);
    }
    return existing.toString();
  }

  private static @Nullable Json inside(Json json, String token) {
    if (json instanceof JsonArray(List<Json> elements)) {
      int index = token.matches("[0-9]{1,9}") ? Integer.parseInt(token) : elements.size();
      return index < elements.size() ? elements.get(index) : null;
    }
    return json instanceof JsonObject object ? object.get(token) : null;
  }

  private static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }
}
