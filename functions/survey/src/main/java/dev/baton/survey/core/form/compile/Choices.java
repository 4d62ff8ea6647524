package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The choices that a form lists for a field.
 *
 * @param labels the labels in order
 * @param byName label by ref and by id
 */
record Choices(List<String> labels, Map<String, String> byName) {
  private static final int MAXIMUM_BUTTONS = 13;

  /** Keeps copies. */
  Choices {
    labels = List.copyOf(labels);
    byName = Map.copyOf(byName);
  }

  /** Reads them; a choice without a label is left out. */
  static Choices of(FieldSource field) {
    List<String> labels = new ArrayList<>();
    Map<String, String> byName = new LinkedHashMap<>();
    for (Json element : field.properties().array("choices")) {
      if (element instanceof JsonObject choice && label(choice) instanceof String label) {
        labels.add(label);
        name(choice.text("ref"), label, byName);
        name(choice.text("id"), label, byName);
      }
    }
    return new Choices(labels, byName);
  }

  /** Where the choices of a field stand. */
  static Location location(FieldSource field) {
    return field.location().member("properties").member("choices");
  }

  /** Adds what is wrong with the number of buttons. */
  static void check(FieldSource field, int buttons, List<Problem> problems) {
    if (buttons < 1) {
      problems.add(
          location(field).error("no-choices", "it has nothing to choose from", "Add choices."));
    }
    if (buttons > MAXIMUM_BUTTONS) {
      problems.add(
          location(field)
              .error(
                  "too-many-choices",
                  "it has " + buttons + " buttons, and Messenger shows 13 at most",
                  "Ask in two questions, or let people type the answer."));
    }
  }

  private static @Nullable String label(JsonObject choice) {
    String label = choice.text("label");
    return label == null || label.isBlank() ? null : label;
  }

  private static void name(@Nullable String name, String label, Map<String, String> byName) {
    if (name != null) {
      byName.putIfAbsent(name, label);
    }
  }
}
