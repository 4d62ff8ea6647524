package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.logic.Calculation;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.FieldLogic;
import dev.baton.survey.core.logic.Jump;
import dev.baton.survey.core.logic.Operand;
import dev.baton.survey.core.values.Reference;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a field names, and where. */
public final class References {
  private References() {}

  /** What the message and the configuration of the field name, needed when it is reached. */
  public static Set<Reference> onArrival(Field field) {
    Set<Reference> references = new LinkedHashSet<>();
    if (!(field.shape() instanceof MessageShape.Attachment)) {
      references.addAll(field.title().references());
    }
    if (field.description() != null) {
      references.addAll(field.description().references());
    }
    HandoffPlan handoff = field.handoff();
    if (handoff != null) {
      add(references, handoff.when());
      for (HandoffStep step : handoff.steps()) {
        add(references, step.when());
      }
    }
    return references;
  }

  /** What the logic of the field names, needed when it is left. */
  public static Set<Reference> onLeaving(FieldLogic logic) {
    Set<Reference> references = new LinkedHashSet<>();
    for (Calculation calculation : logic.calculations()) {
      references.add(new Reference.Variable(calculation.variable()));
      add(references, calculation.value());
      add(references, calculation.condition());
    }
    for (Jump jump : logic.jumps()) {
      add(references, jump.condition());
    }
    return references;
  }

  private static void add(Set<Reference> references, @Nullable Condition condition) {
    if (condition != null) {
      references.addAll(condition.references());
    }
  }

  private static void add(Set<Reference> references, Operand operand) {
    switch (operand) {
      case Operand.Field field -> references.add(new Reference.Field(field.ref()));
      case Operand.Hidden hidden -> references.add(new Reference.Hidden(hidden.name()));
      case Operand.Variable variable -> references.add(new Reference.Variable(variable.name()));
      case Operand.Inserted inserted -> references.addAll(inserted.value().references());
      case Operand.Constant constant -> {}
    }
  }
}
