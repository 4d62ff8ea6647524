package dev.baton.survey.core.form;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Departure.Destination;
import dev.baton.survey.core.logic.Jump;
import dev.baton.survey.core.logic.Left;
import dev.baton.survey.core.logic.Logic;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.values.Values;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What leaving a field comes to: stitch, jump, order or outcome. Source: survey spec §4.6. */
final class Leaving {
  private Leaving() {}

  static Departure leave(Form form, Field field, Values values) {
    Left left = Logic.leave(field.logic(), values);
    Jump jump = left.jump();
    if (field.stitch() != null) {
      return departure(left, left.variables(), new Destination.ToForm(field.stitch()));
    }
    if (jump != null) {
      return departure(left, left.variables(), destination(form.field(jump.to())));
    }
    Field next = form.after(field);
    OutcomeRule outcome = form.outcome();
    boolean isOver = next == null || next.type() == FieldType.THANKYOU_SCREEN;
    return isOver && outcome != null
        ? ending(form, outcome, left)
        : departure(left, left.variables(), destination(next));
  }

  private static Departure ending(Form form, OutcomeRule outcome, Left left) {
    OutcomeRule.Choice best = outcome.choices().getFirst();
    BigDecimal highest = count(best, left);
    for (OutcomeRule.Choice choice : outcome.choices()) {
      BigDecimal count = count(choice, left);
      if (count.compareTo(highest) > 0) {
        best = choice;
        highest = count;
      }
    }
    Map<String, Json> variables = new HashMap<>(left.variables());
    variables.put(outcome.variable(), Json.of(best.id()));
    return departure(left, variables, destination(form.field(best.thankyouScreenRef())));
  }

  private static BigDecimal count(OutcomeRule.Choice choice, Left left) {
    BigDecimal count =
        Numbers.read(left.variables().get(choice.counterVariable()), NumberLocale.EN_US);
    return count == null ? BigDecimal.ZERO : count;
  }

  private static Destination destination(@Nullable Field field) {
    return field == null ? new Destination.ToEnd() : new Destination.ToField(field);
  }

  private static Departure departure(
      Left left, Map<String, Json> variables, Destination destination) {
    return new Departure(variables, destination, left.failedCalculations());
  }
}
