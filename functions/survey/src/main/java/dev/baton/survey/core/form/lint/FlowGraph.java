package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.OutcomeRule;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.Jump;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which field can follow which, whatever anybody answers. Fields are numbered from 0. */
final class FlowGraph {
  private final Form form;
  private final List<Set<Integer>> successors = new ArrayList<>();

  private FlowGraph(Form form) {
    this.form = form;
  }

  static FlowGraph of(Form form) {
    FlowGraph graph = new FlowGraph(form);
    for (Field field : form.fields()) {
      graph.successors.add(graph.after(field));
    }
    return graph;
  }

  /** The fields that can follow. */
  Set<Integer> successors(int index) {
    return successors.get(index);
  }

  /** The field of that number. */
  Field field(int index) {
    return form.fields().get(index);
  }

  /** The number of fields. */
  int size() {
    return successors.size();
  }

  /** Whether the survey can leave the field within the turn that reached it. */
  boolean passes(int index) {
    Field field = field(index);
    HandoffPlan handoff = field.handoff();
    return field.conduct() == Conduct.PASSES || (handoff != null && canBeSkipped(handoff));
  }

  /**
   * All fields on paths from those fields, themselves included, that do not go through the avoided
   * one.
   */
  BitSet reachable(Collection<Integer> from, int avoided) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    from.forEach(index -> visit(index, avoided, seen, open));
    while (!open.isEmpty()) {
      successors(open.pop()).forEach(next -> visit(next, avoided, seen, open));
    }
    return seen;
  }

  private static void visit(int index, int avoided, BitSet seen, Deque<Integer> open) {
    if (index != avoided && !seen.get(index)) {
      seen.set(index);
      open.push(index);
    }
  }

  private static boolean canBeSkipped(HandoffPlan handoff) {
    return handoff.when() != null || handoff.steps().stream().allMatch(step -> step.when() != null);
  }

  private Set<Integer> after(Field field) {
    Set<Integer> next = new LinkedHashSet<>();
    if (field.conduct() == Conduct.ENDS || field.stitch() != null) {
      return next;
    }
    for (Jump jump : field.logic().jumps()) {
      add(next, form.field(jump.to()));
      if (jump.condition() instanceof Condition.Always) {
        return next;
      }
    }
    addNextInOrder(next, form.after(field));
    return next;
  }

  private void addNextInOrder(Set<Integer> next, @Nullable Field inOrder) {
    OutcomeRule outcome = form.outcome();
    boolean isOver = inOrder == null || inOrder.type() == FieldType.THANKYOU_SCREEN;
    if (isOver && outcome != null) {
      outcome.choices().forEach(choice -> add(next, form.field(choice.thankyouScreenRef())));
    } else {
      add(next, inOrder);
    }
  }

  private static void add(Set<Integer> next, @Nullable Field field) {
    if (field != null) {
      next.add(field.position() - 1);
    }
  }
}
