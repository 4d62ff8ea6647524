package dev.baton.survey.core.form.lint;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.compile.References;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.values.Reference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that a form names but that cannot be there, or not on every path. */
final class ReferenceRules implements Rule {
  private static final String HANDOVER = "e_handover_";

  @Override
  public void check(Inspection form) {
    new Visit(form).run();
  }

  /** One pass over a form. */
  private static final class Visit {
    private final Inspection form;
    private final List<String> declared = new ArrayList<>();
    private final BitSet afterHandoff;
    private final Map<Integer, BitSet> without = new HashMap<>();

    private Visit(Inspection form) {
      this.form = form;
      for (Json name : form.json().array("hidden")) {
        if (name instanceof JsonText(String text)) {
          declared.add(text);
        }
      }
      List<Integer> behind = new ArrayList<>();
      for (Field field : form.form().fields()) {
        if (field.handoff() != null) {
          behind.addAll(form.graph().successors(field.position() - 1));
        }
      }
      afterHandoff = form.graph().reachable(behind, -1);
    }

    private void run() {
      for (Field field : form.form().fields()) {
        Set<Reference> onArrival = References.onArrival(field);
        Set<Reference> inTitle = field.title().references();
        for (Reference reference : onArrival) {
          Location at =
              inTitle.contains(reference)
                  ? form.source(field).titleLocation()
                  : form.source(field).descriptionLocation();
          check(reference, field, at, false);
        }
        for (Reference reference : References.onLeaving(field.logic())) {
          check(reference, field, form.logic(field), true);
        }
      }
    }

    private void check(Reference reference, Field field, Location at, boolean leaving) {
      switch (reference) {
        case Reference.Hidden(String name) when name.startsWith(HANDOVER) ->
            checkHandover(name, field, at, leaving);
        case Reference.Hidden(String name) -> checkHidden(name, at);
        case Reference.Field(String ref) -> checkField(ref, field, at, leaving);
        case Reference.Variable variable -> {}
      }
    }

    private void checkHandover(String name, Field field, Location at, boolean leaving) {
      HandoffPlan handoff = field.handoff();
      boolean own = handoff != null && (leaving || handoff.isChain());
      if (!own && !afterHandoff.get(field.position() - 1)) {
        form.say(
            at.warning(
                "handover-not-before",
                "hidden value '" + name + "' is used, but no handoff comes before",
                "Put the handoff before this question."));
      }
    }

    private void checkHidden(String name, Location at) {
      if (!EngineKeys.isReserved(name)
          && !EngineKeys.isKnownSource(name)
          && !declared.contains(name)) {
        form.say(
            at.warning(
                "unknown-hidden",
                "hidden value '" + name + "' has no known source",
                NearestName.suggestion(
                    name, declared, "Declare it among the form's hidden fields.")));
      }
    }

    private void checkField(String ref, Field field, Location at, boolean leaving) {
      Field used = form.form().field(ref);
      if (used == null) {
        form.say(
            at.error(
                "dead-ref",
                "'" + ref + "' is no question",
                NearestName.suggestion(
                    ref,
                    form.form().fields().stream().map(Field::ref).toList(),
                    "Use the ref of a question.")));
      } else if (used.isMessageOnly()) {
        unanswered(ref, at, "a question that takes no answer");
      } else if (!(leaving && used == field) && canMiss(used, field)) {
        unanswered(ref, at, "which has no answer on every path here");
      }
    }

    private boolean canMiss(Field used, Field field) {
      int avoided = used.position() - 1;
      BitSet reached =
          without.computeIfAbsent(avoided, index -> form.graph().reachable(List.of(0), index));
      return used == field || reached.get(field.position() - 1);
    }

    private void unanswered(String ref, Location at, String why) {
      if (!form.hasBrokenLogic()) {
        form.say(
            at.warning(
                "maybe-unanswered",
                "it uses the answer to '" + ref + "', " + why,
                "Ask it before, or write a text that reads well without it."));
      }
    }
  }
}
