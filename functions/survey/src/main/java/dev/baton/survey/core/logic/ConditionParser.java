package dev.baton.survey.core.logic;

import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles one condition. Used once. */
final class ConditionParser {
  private final FormNames names;
  private final List<Problem> problems = new ArrayList<>();

  ConditionParser(FormNames names) {
    this.names = names;
  }

  Parsed<Condition> parse(JsonTemplate json, Location location) {
    Condition condition = condition(json, location);
    return problems.isEmpty() ? new Parsed<>(condition, problems) : new Parsed<>(null, problems);
  }

  private @Nullable Condition condition(JsonTemplate json, Location location) {
    String word = json.text("op");
    if (word == null) {
      problems.add(
          location.error(
              "unknown-operator",
              "a condition has no operator",
              "Give it an \"op\" and \"vars\"."));
      return null;
    }
    return switch (word) {
      case "always" -> new Condition.Always();
      case "and" -> new Condition.All(parts(json, location));
      case "or" -> new Condition.Any(parts(json, location));
      default -> comparison(word, json, location);
    };
  }

  private List<Condition> parts(JsonTemplate json, Location location) {
    List<JsonTemplate> vars = vars(json);
    List<Condition> parts = new ArrayList<>();
    for (int index = 0; index < vars.size(); index++) {
      Condition part = condition(vars.get(index), location.member("vars").element(index));
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private @Nullable Condition comparison(String word, JsonTemplate json, Location location) {
    Operator operator = Operator.of(word);
    if (operator == null) {
      List<String> words =
          Stream.concat(Stream.of("always", "and", "or"), Operator.words().stream()).toList();
      problems.add(
          location.error(
              "unknown-operator",
              "'" + word + "' is no operator",
              NearestName.suggestion(word, words, "")));
      return null;
    }
    List<JsonTemplate> vars = vars(json);
    if (vars.size() != 2) {
      problems.add(
          location.error(
              "bad-arity",
              "'" + word + "' compares " + vars.size() + " values",
              "Give it two vars."));
      return null;
    }
    OperandParser operands = new OperandParser(names, problems, vars);
    Operand left = operands.parse(vars.getFirst(), location.member("vars").element(0));
    Operand right = operands.parse(vars.getLast(), location.member("vars").element(1));
    return left == null || right == null ? null : new Condition.Comparison(operator, left, right);
  }

  private static List<JsonTemplate> vars(JsonTemplate json) {
    return json.get("vars") instanceof JsonTemplate.ArrayTemplate(List<JsonTemplate> elements)
        ? elements
        : List.of();
  }
}
