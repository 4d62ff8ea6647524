package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Field;
import java.util.BitSet;
import java.util.List;

/** Questions that nobody reaches, and those that nobody leaves. */
final class FlowRules implements Rule {
  /** The ending that every exported form has, whether used or not. */
  private static final String DEFAULT_ENDING = "default_tys";

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      if (field.conduct() == Conduct.ASKS && field.isMessageOnly()) {
        form.say(
            form.source(field)
                .location()
                .warning(
                    "dead-end",
                    "a " + field.type().wireName() + " takes no answer, so the survey stays here",
                    "Write keepMoving: true, or a wait, into its description."));
      }
    }
    if (!form.hasBrokenLogic()) {
      checkReachable(form);
    }
  }

  private static void checkReachable(Inspection form) {
    BitSet reachable = form.graph().reachable(List.of(0), -1);
    for (Field field : form.form().fields()) {
      if (!reachable.get(field.position() - 1) && !field.ref().equals(DEFAULT_ENDING)) {
        form.say(
            form.source(field)
                .location()
                .warning(
                    "unreachable-question",
                    "no path leads here",
                    "Add a jump to it, or remove it."));
      }
    }
  }
}
