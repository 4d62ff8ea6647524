package dev.baton.survey.core.logic;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the actions of one field. Used once. */
final class LogicParser {
  private static final String BAD_CALCULATION = "bad-calculation";

  private final FormNames names;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Calculation> calculations = new ArrayList<>();
  private final List<Jump> jumps = new ArrayList<>();

  LogicParser(FormNames names) {
    this.names = names;
  }

  Parsed<FieldLogic> parse(Json actions, Location location) {
    List<Json> elements = actions instanceof JsonArray(List<Json> list) ? list : List.of();
    for (int index = 0; index < elements.size(); index++) {
      action(elements.get(index), location.element(index));
    }
    return new Parsed<>(new FieldLogic(calculations, jumps), problems);
  }

  private void action(Json json, Location location) {
    JsonObject action = json instanceof JsonObject object ? object : JsonObject.EMPTY;
    Condition condition = condition(action, location);
    String name = action.text("action");
    Calculation.Operation operation = operation(name);
    JsonObject details = action.object("details");
    if (operation != null) {
      calculation(operation, details, condition, location.member("details"));
    } else if ("jump".equals(name)) {
      jump(details, condition, location.member("details").member("to"));
    } else {
      problems.add(
          location.error(
              "unknown-operator",
              name == null ? "an action has no name" : "'" + name + "' is no action",
              NearestName.suggestion(
                  name == null ? "" : name,
                  List.of("jump", "add", "subtract", "multiply", "divide", "set"),
                  "")));
    }
  }

  /** An action without a condition is always done. */
  private @Nullable Condition condition(JsonObject action, Location location) {
    Json condition = action.get("condition");
    if (condition == null) {
      return new Condition.Always();
    }
    Parsed<Condition> parsed = Conditions.parse(condition, names, location.member("condition"));
    problems.addAll(parsed.problems());
    return parsed.value();
  }

  private static Calculation.@Nullable Operation operation(@Nullable String name) {
    for (Calculation.Operation operation : Calculation.Operation.values()) {
      if (operation.name().toLowerCase(Locale.ROOT).equals(name)) {
        return operation;
      }
    }
    return null;
  }

  private void calculation(
      Calculation.Operation operation,
      @Nullable JsonObject details,
      @Nullable Condition condition,
      Location location) {
    JsonObject target = details == null ? null : details.object("target");
    String variable = target == null ? null : target.text("value");
    Json json = details == null ? null : details.get("value");
    if (variable == null || variable.isEmpty() || json == null) {
      problems.add(
          location.error(
              BAD_CALCULATION,
              "a calculation lacks its target or value",
              "Give it \"target\" {type: variable, value} and \"value\" {type, value}."));
      return;
    }
    JsonTemplate template = JsonTemplate.constant(json);
    Operand value =
        new OperandParser(names, problems, List.of()).parse(template, location.member("value"));
    if (value == null || isUseless(operation, value, location) || condition == null) {
      return;
    }
    calculations.add(new Calculation(operation, variable, value, condition));
  }

  private boolean isUseless(Calculation.Operation operation, Operand value, Location location) {
    boolean byZero =
        operation == Calculation.Operation.DIVIDE
            && value instanceof Operand.Constant(Json constant)
            && Numbers.read(constant, NumberLocale.EN_US) instanceof BigDecimal divisor
            && divisor.signum() == 0;
    if (byZero) {
      problems.add(
          location.error(
              BAD_CALCULATION, "a calculation divides by 0", "Divide by another number."));
    }
    return byZero;
  }

  private void jump(
      @Nullable JsonObject details, @Nullable Condition condition, Location location) {
    JsonObject to = details == null ? null : details.object("to");
    String ref = to == null ? null : to.text("value");
    if (ref == null || !exists(ref)) {
      Set<String> refs = new LinkedHashSet<>(names.fields().keySet());
      refs.addAll(names.thankYouScreens());
      problems.add(
          location.error(
              "dead-jump",
              ref == null ? "a jump has no target" : "jump target '" + ref + "' does not exist",
              NearestName.suggestion(ref == null ? "" : ref, refs, "Remove the jump.")));
      return;
    }
    if (condition != null) {
      jumps.add(new Jump(ref, condition));
    }
  }

  private boolean exists(String ref) {
    return names.fields().containsKey(ref) || names.thankYouScreens().contains(ref);
  }
}
