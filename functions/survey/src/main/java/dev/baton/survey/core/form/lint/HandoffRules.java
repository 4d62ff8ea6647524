package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.problem.Location;

/** Handoffs to ourselves, and metadata that the platform may cut. */
final class HandoffRules implements Rule {
  private static final int LONGEST_METADATA = 1_000;
  private static final int USUAL_VALUE = 100;

  @Override
  public void check(Inspection form) {
    for (Field field : form.form().fields()) {
      HandoffPlan handoff = field.handoff();
      if (handoff != null) {
        Location at = form.source(field).descriptionLocation();
        handoff.steps().forEach(step -> check(step, at, form));
      }
    }
  }

  private static void check(HandoffStep step, Location at, Inspection form) {
    if (!step.targetAppId().isEmpty() && step.targetAppId().equals(form.surroundings().appId())) {
      form.say(
          at.error(
              "handoff-self-target",
              "target_app_id '" + step.targetAppId() + "' is our own app",
              "Write the id of the app that takes over."));
    }
    int length =
        step.metadata().source().write().length()
            + USUAL_VALUE * step.metadata().references().size();
    if (length > LONGEST_METADATA) {
      form.say(
          at.warning(
              "metadata-too-long",
              "the metadata may pass 1000 characters, which is all that the platform carries",
              "Send less, or send a name under which the app finds the rest."));
    }
  }
}
