package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the operands of one comparison or calculation; what does not compile is null and a
 * problem.
 */
final class OperandParser {
  private static final List<String> KINDS =
      List.of("field", "hidden", "variable", "constant", "choice");

  private final FormNames names;
  private final List<Problem> problems;
  private final List<JsonTemplate> siblings;

  /** The siblings are all operands together: a choice belongs to the field among them. */
  OperandParser(FormNames names, List<Problem> problems, List<JsonTemplate> siblings) {
    this.names = names;
    this.problems = problems;
    this.siblings = List.copyOf(siblings);
  }

  @Nullable Operand parse(JsonTemplate json, Location location) {
    String kind = json.text("type");
    JsonTemplate value = json.get("value");
    if (kind == null || !KINDS.contains(kind) || value == null) {
      return unknown(json, kind, location);
    }
    if (kind.equals("constant")) {
      return constant(json, value, location);
    }
    String name = json.text("value");
    if (name == null) {
      return unknown(json, kind, location);
    }
    return switch (kind) {
      case "field" -> field(name, location);
      case "hidden" -> new Operand.Hidden(name);
      case "variable" -> new Operand.Variable(name);
      default -> choice(name, location);
    };
  }

  private @Nullable Operand constant(JsonTemplate json, JsonTemplate value, Location location) {
    return switch (value) {
      case JsonTemplate.Constant(Json constant) -> new Operand.Constant(constant);
      case JsonTemplate.TextTemplate text -> new Operand.Inserted(text);
      case JsonTemplate.InsertedValue inserted -> new Operand.Inserted(inserted);
      case JsonTemplate.ObjectTemplate object -> unknown(json, "constant", location);
      case JsonTemplate.ArrayTemplate array -> unknown(json, "constant", location);
    };
  }

  private @Nullable Operand field(String ref, Location location) {
    FieldTraits traits = names.fields().get(ref);
    if (traits != null) {
      return new Operand.Field(ref, traits);
    }
    return refuse(
        location.error(
            "dead-ref",
            "'" + ref + "' is no field",
            NearestName.suggestion(ref, names.fields().keySet(), "Remove the condition.")));
  }

  private @Nullable Operand choice(String name, Location location) {
    FieldTraits traits = siblingTraits();
    if (traits == null) {
      return refuse(
          location.error(
              "dead-choice",
              "choice '" + name + "' has no field beside it",
              "Compare a choice with a field."));
    }
    String label = traits.choices().get(name);
    return label != null
        ? new Operand.Constant(new JsonText(label))
        : refuse(
            location.error(
                "dead-choice",
                "'" + name + "' is no choice of its field",
                NearestName.suggestion(
                    name, traits.choices().keySet(), "Give the field choices.")));
  }

  /** The traits of the field among the operands; null when there is none, PLAIN when it is dead. */
  private @Nullable FieldTraits siblingTraits() {
    for (JsonTemplate sibling : siblings) {
      if ("field".equals(sibling.text("type"))) {
        String ref = sibling.text("value");
        return ref == null
            ? FieldTraits.PLAIN
            : names.fields().getOrDefault(ref, FieldTraits.PLAIN);
      }
    }
    return null;
  }

  private @Nullable Operand unknown(JsonTemplate json, @Nullable String kind, Location location) {
    String fact =
        kind == null || KINDS.contains(kind)
            ? "'" + excerpt(json.source().write()) + "' is no value"
            : "'" + kind + "' is no kind of value";
    String suggestion =
        kind == null || KINDS.contains(kind)
            ? "Write {\"type\": …, \"value\": …} with a type out of "
                + String.join(", ", KINDS)
                + "."
            : NearestName.suggestion(kind, KINDS, "");
    return refuse(location.error("unknown-var", fact, suggestion));
  }

  private static String excerpt(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private @Nullable Operand refuse(Problem problem) {
    problems.add(problem);
    return null;
  }
}
