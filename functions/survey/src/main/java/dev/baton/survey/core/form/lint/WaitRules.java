package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.waiting.TimeSetting;
import dev.baton.survey.core.waiting.Wait;
import org.jspecify.annotations.Nullable;

/** Waits that time cannot end, and those that outlast the messaging window. */
final class WaitRules implements Rule {
  private static final long WINDOW = 23 * 3_600_000L;

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      Location at = form.source(field).descriptionLocation();
      HandoffPlan handoff = field.handoff();
      if (handoff == null) {
        checkPlain(field, at, form);
      } else {
        handoff.steps().forEach(step -> checkStep(step, at, form));
      }
    }
  }

  private static void checkPlain(Field field, Location at, Inspection form) {
    Wait wait = field.plainWait();
    if (wait == null) {
      return;
    }
    if (!wait.endsByTime()) {
      form.say(
          at.warning(
              "wait-unbounded",
              "time alone cannot end the wait, so the survey may stay here for ever",
              "Add a timeout: {op: or, vars: [..., {type: timeout, value: 2 days}]}."));
    }
    if (!field.notifyPermission()) {
      sayBeyondWindow(longest(wait), at, form);
    }
  }

  private static void checkStep(HandoffStep step, Location at, Inspection form) {
    Wait wait = step.ownWait();
    if (wait != null && !wait.endsByTime()) {
      form.say(
          at.warning(
              "handoff-wait-unbounded",
              "time alone cannot end the wait, so it also ends after timeout_minutes",
              "Add a timeout to the wait, or set timeout_minutes to what you mean."));
    }
    sayBeyondWindow(
        wait == null || !wait.endsByTime() ? step.timeoutMillis() : longest(wait), at, form);
  }

  private static void sayBeyondWindow(long milliseconds, Location at, Inspection form) {
    if (milliseconds > WINDOW) {
      form.say(
          at.warning(
              "beyond-window",
              "the wait may be longer than 23 hours, and the messaging window closed by then",
              "Wait less, or ask for permission to notify before."));
    }
  }

  private static long longest(@Nullable Wait wait) {
    long longest = 0;
    if (wait != null) {
      for (Wait leaf : wait.leaves()) {
        if (leaf instanceof Wait.Timeout(TimeSetting.After(long milliseconds))) {
          longest = Math.max(longest, milliseconds);
        }
      }
    }
    return longest;
  }
}
