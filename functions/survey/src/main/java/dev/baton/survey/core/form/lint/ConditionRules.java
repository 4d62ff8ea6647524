package dev.baton.survey.core.form.lint;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.answer.Reading;
import dev.baton.survey.core.answer.Reply;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.logic.Calculation;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.Conditions;
import dev.baton.survey.core.logic.Jump;
import dev.baton.survey.core.logic.Operand;
import dev.baton.survey.core.logic.Operator;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.StoredAnswer;
import dev.baton.survey.core.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that no answer satisfies, found by trying every answer that buttons can give. */
final class ConditionRules implements Rule {

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      for (Jump jump : field.logic().jumps()) {
        check(jump.condition(), form.logic(field), form);
      }
      for (Calculation calculation : field.logic().calculations()) {
        check(calculation.condition(), form.logic(field), form);
      }
      HandoffPlan handoff = field.handoff();
      if (handoff != null) {
        Location at = form.source(field).descriptionLocation();
        check(handoff.when(), at, form);
        for (HandoffStep step : handoff.steps()) {
          check(step.when(), at, form);
        }
      }
    }
  }

  private static void check(@Nullable Condition condition, Location at, Inspection form) {
    switch (condition) {
      case null -> {}
      case Condition.Always always -> {}
      case Condition.All(List<Condition> parts) -> parts.forEach(part -> check(part, at, form));
      case Condition.Any(List<Condition> parts) when parts.isEmpty() ->
          neverTrue("'or' without conditions is never true", at, form);
      case Condition.Any(List<Condition> parts) -> parts.forEach(part -> check(part, at, form));
      case Condition.Comparison comparison -> check(comparison, at, form);
    }
  }

  private static void check(Condition.Comparison comparison, Location at, Inspection form) {
    Field field = field(comparison, form);
    Json constant = constant(comparison);
    if (isOrder(comparison.operator()) && field != null && hasOnlyTexts(field)) {
      form.say(
          at.warning(
              "type-mismatch",
              "'" + field.ref() + "' has texts to choose from, which are in no order",
              "Compare with is, or ask with an opinion_scale."));
    } else if (isOrder(comparison.operator()) && constant != null && isNoNumber(constant)) {
      neverTrue(quoted(constant) + " is no number, so nothing is lower or greater", at, form);
    } else if (field != null && constant != null && canNeverHold(comparison, field)) {
      sayNever(comparison, field, constant, at, form);
    }
  }

  private static void sayNever(
      Condition.Comparison comparison, Field field, Json constant, Location at, Inspection form) {
    String fact =
        "no answer to '"
            + field.ref()
            + "' "
            + comparison.operator().word()
            + " "
            + quoted(constant);
    if (constant instanceof JsonBoolean && form.form().options().fly()) {
      form.say(
          at.warning(
              "boolean-never-true",
              fact + " under compatibility fly",
              "Compare with the label of the button."));
    } else {
      neverTrue(fact, at, form);
    }
  }

  private static void neverTrue(String fact, Location at, Inspection form) {
    form.say(at.warning("never-true", fact, "Compare with an answer that people can give."));
  }

  private static boolean canNeverHold(Condition.Comparison comparison, Field field) {
    List<StoredAnswer> answers = answers(field);
    if (answers.isEmpty() || Conditions.holds(comparison, values(Map.of()))) {
      return false;
    }
    return answers.stream()
        .noneMatch(answer -> Conditions.holds(comparison, values(Map.of(field.ref(), answer))));
  }

  private static Values values(Map<String, StoredAnswer> answers) {
    return new Values("", 0, Map.of(), answers, Map.of());
  }

  /** All answers that the buttons of a field give; none where other answers are accepted too. */
  private static List<StoredAnswer> answers(Field field) {
    List<StoredAnswer> answers = new ArrayList<>();
    if (field.acceptance() instanceof Acceptance.OneOf(var labels, boolean other) && other) {
      return answers;
    }
    for (String label : field.acceptance().labels()) {
      if (field.acceptance().read(new Reply.Tap(label))
          instanceof Reading.Accepted(String response, Json value)) {
        answers.add(new StoredAnswer(response, value));
      }
    }
    return answers;
  }

  private static boolean hasOnlyTexts(Field field) {
    List<StoredAnswer> answers = answers(field);
    return !answers.isEmpty()
        && answers.stream()
            .allMatch(answer -> Numbers.read(answer.text(), NumberLocale.EN_US) == null);
  }

  private static @Nullable Field field(Condition.Comparison comparison, Inspection form) {
    return comparison.left() instanceof Operand.Field left
        ? form.form().field(left.ref())
        : comparison.right() instanceof Operand.Field right ? form.form().field(right.ref()) : null;
  }

  private static @Nullable Json constant(Condition.Comparison comparison) {
    return comparison.left() instanceof Operand.Constant(Json left)
        ? left
        : comparison.right() instanceof Operand.Constant(Json right) ? right : null;
  }

  private static boolean isOrder(Operator operator) {
    return switch (operator) {
      case GREATER_THAN, GREATER_EQUAL_THAN, LOWER_THAN, LOWER_EQUAL_THAN -> true;
      case IS,
          IS_NOT,
          CONTAINS,
          NOT_CONTAINS,
          BEGINS_WITH,
          ENDS_WITH,
          ON,
          NOT_ON,
          EARLIER_THAN,
          EARLIER_THAN_OR_ON,
          LATER_THAN,
          LATER_THAN_OR_ON ->
          false;
    };
  }

  private static boolean isNoNumber(Json constant) {
    return Numbers.read(constant, NumberLocale.EN_US) == null;
  }

  private static String quoted(Json constant) {
    String written = constant.write();
    return written.startsWith("\"")
        ? "'" + written.substring(1, written.length() - 1) + "'"
        : "'" + written + "'";
  }
}
