package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lays out the fields of a form in the order in which they are asked. Source: survey spec §4.1. */
final class FieldSources {
  private static final int DEEPEST_GROUP = 10;

  private final List<FieldSource> fields = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> refs = new HashSet<>();

  private FieldSources() {}

  /** The fields and what is wrong with their layout. */
  record Layout(List<FieldSource> fields, List<Problem> problems) {}

  static Layout of(JsonObject form) {
    FieldSources sources = new FieldSources();
    Json fields = form.get("fields");
    if (fields instanceof JsonArray(List<Json> elements)) {
      sources.addAll(elements, Location.inForm("/fields", null), 0);
      if (elements.isEmpty()) {
        sources.problems.add(nothingToAsk());
      }
    } else {
      sources.problems.add(fields == null ? nothingToAsk() : noList());
    }
    sources.addEndings(form.array("thankyou_screens"));
    return new Layout(List.copyOf(sources.fields), List.copyOf(sources.problems));
  }

  private void addAll(List<Json> elements, Location at, int depth) {
    for (int index = 0; index < elements.size(); index++) {
      add(elements.get(index), at.element(index), depth);
    }
  }

  private void add(Json element, Location at, int depth) {
    if (!(element instanceof JsonObject field)) {
      problems.add(at.error("form-invalid", "a field is no object", "Export the form again."));
      return;
    }
    if (!"group".equals(field.text("type"))) {
      append(field, at, typeOf(field), "fields");
      return;
    }
    String title = field.text("title");
    if (title != null && !title.isBlank()) {
      append(field, at, FieldType.STATEMENT.wireName(), "fields");
    }
    if (depth < DEEPEST_GROUP) {
      addInner(field, at, depth);
    } else {
      problems.add(at.error("form-invalid", "groups are nested too deeply", "Use fewer groups."));
    }
  }

  private void addInner(JsonObject group, Location at, int depth) {
    JsonObject properties = group.object("properties");
    if (properties != null) {
      addAll(properties.array("fields"), at.member("properties").member("fields"), depth + 1);
    }
  }

  private void addEndings(List<Json> endings) {
    Set<String> asked = Set.copyOf(refs);
    for (int index = 0; index < endings.size(); index++) {
      Location at = Location.inForm("/thankyou_screens", null).element(index);
      if (!(endings.get(index) instanceof JsonObject ending)) {
        problems.add(
            at.error("form-invalid", "a thank-you screen is no object", "Export the form again."));
      } else if (!asked.contains(String.valueOf(refOf(ending)))) {
        append(ending, at, FieldType.THANKYOU_SCREEN.wireName(), "thank-you screens");
      }
    }
  }

  private void append(JsonObject field, Location at, String type, String list) {
    String ref = refOf(field);
    if (ref == null) {
      problems.add(
          at.error("form-invalid", "an element of the " + list + " has no ref", "Give it a ref."));
      return;
    }
    FieldSource source = new FieldSource(fields.size() + 1, at.pointer(), ref, type, field);
    fields.add(source);
    if (!refs.add(ref)) {
      problems.add(
          source
              .location()
              .member("ref")
              .error(
                  "duplicate-ref",
                  "the ref '" + ref + "' belongs to an earlier question too",
                  "Give each question a ref of its own."));
    }
  }

  private static @Nullable String refOf(JsonObject field) {
    String ref = field.text("ref");
    String given = ref == null || ref.isBlank() ? field.text("id") : ref;
    return given == null || given.isBlank() ? null : given;
  }

  private static String typeOf(JsonObject field) {
    String type = field.text("type");
    return type == null ? "" : type;
  }

  private static Problem nothingToAsk() {
    return Location.inForm("/fields", null)
        .error("no-fields", "there is nothing to ask", "Add a question.");
  }

  private static Problem noList() {
    return Location.inForm("/fields", null)
        .error("form-invalid", "'fields' is no list", "Export the form again.");
  }
}
