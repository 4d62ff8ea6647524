package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles one wait. Used once. */
final class WaitParser {
  private static final String RETURN = "handoff_return";
  private static final String TARGET = "target_app_id";
  private static final String VALUE = "value";
  private static final String VARS = "vars";
  private static final List<String> TYPES =
      List.of("timeout", "external", RETURN, "handover", "user_message");

  private final TimeRules rules;
  private final Location location;
  private final List<Problem> problems = new ArrayList<>();
  private int leaves;

  WaitParser(TimeRules rules, Location location) {
    this.rules = rules;
    this.location = location;
  }

  Parsed<Wait> parse(JsonTemplate json) {
    Wait wait = node(json, 1);
    if (leaves > Waits.LEAVES) {
      refuse("wait-too-big", "the wait has " + leaves + " leaves", "Use at most 32.");
    }
    return new Parsed<>(problems.isEmpty() ? wait : null, problems);
  }

  private @Nullable Wait node(JsonTemplate json, int depth) {
    if (depth > Waits.DEPTH) {
      return refuse("wait-too-big", "the wait is nested deeper than 10", "Flatten it.");
    }
    return json.get("op") == null ? leaf(json) : combined(json, depth);
  }

  private @Nullable Wait combined(JsonTemplate json, int depth) {
    Wait.Operator operator = operator(json.text("op"));
    List<JsonTemplate> vars =
        json.get(VARS) instanceof JsonTemplate.ArrayTemplate(List<JsonTemplate> elements)
            ? elements
            : List.of();
    List<Wait> parts = new ArrayList<>();
    for (JsonTemplate part : vars) {
      Wait compiled = node(part, depth + 1);
      if (compiled != null) {
        parts.add(compiled);
      }
    }
    if (operator == null) {
      return refuse(
          "wait-bad-operator", quoted("op", json) + " combines no waits", "Write 'or' or 'and'.");
    }
    return vars.isEmpty()
        ? refuse(
            "wait-empty", "'" + json.text("op") + "' has no vars", "Give it at least one wait.")
        : new Wait.Combined(operator, parts);
  }

  private static Wait.@Nullable Operator operator(@Nullable String word) {
    return switch (word) {
      case "or" -> Wait.Operator.OR;
      case "and" -> Wait.Operator.AND;
      case null -> null;
      default -> null;
    };
  }

  private @Nullable Wait leaf(JsonTemplate json) {
    leaves++;
    JsonTemplate value = json.get(VALUE);
    return switch (json.text("type")) {
      case "timeout" -> timeout(value);
      case "external" -> external(value);
      case RETURN -> new Wait.HandoffReturn(json.get(TARGET), value);
      case "handover" -> new Wait.HandoffReturn(null, value);
      case "user_message" -> new Wait.UserMessage();
      case null ->
          refuse(
              "wait-unknown-type",
              quoted("type", json) + " is no kind of wait",
              "Give it a type out of " + String.join(", ", TYPES) + ".");
      case String type ->
          refuse(
              "wait-unknown-type",
              "'" + type + "' is no kind of wait",
              NearestName.suggestion(type, TYPES, ""));
    };
  }

  private static Wait external(@Nullable JsonTemplate value) {
    JsonTemplate pattern = value == null ? new JsonTemplate.ObjectTemplate(List.of()) : value;
    return RETURN.equals(pattern.text("type"))
        ? new Wait.HandoffReturn(pattern.get(TARGET), pattern.without(Set.of("type", TARGET)))
        : new Wait.External(pattern);
  }

  private @Nullable Wait timeout(@Nullable JsonTemplate time) {
    if (time == null) {
      return refuse("wait-empty", "a timeout has no value", "Write a duration such as '30m'.");
    }
    if (!time.isConstant()) {
      return new Wait.Timeout(new TimeSetting.Inserted(time));
    }
    Json source = time.source();
    TimeSetting setting = rules.read(source);
    return setting != null
        ? new Wait.Timeout(setting)
        : refuse(
            "wait-bad-duration",
            rules.whyNot(source),
            "Write a duration such as '1 hour 30 minutes' or an instant such as '2026-03-01T08:00Z'.");
  }

  private static String quoted(String name, JsonTemplate json) {
    JsonTemplate value = json.get(name);
    Json source = (value == null ? json : value).source();
    String text = source instanceof JsonText(String words) ? words : source.write();
    return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "…") + "'";
  }

  private @Nullable Wait refuse(String code, String fact, String suggestion) {
    problems.add(location.error(code, fact, suggestion));
    return null;
  }
}
