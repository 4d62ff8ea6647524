package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.logic.FormNames;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ArrayTemplate;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compiles what a handoff field does. Source: survey spec §6.1 and §6.7. */
final class Handoffs {
  private static final int FEWEST_STEPS = 2;
  private static final int MOST_STEPS = 10;
  private static final List<String> STEP_KEYS =
      List.of("target_app_id", "timeout_minutes", "wait", "metadata", "on_failure");

  private final FieldReading field;
  private final HandoffSettings settings;
  private final HandoffSteps steps;

  private Handoffs(FieldReading field, FormNames names) {
    this.field = field;
    this.settings = HandoffSettings.of(field);
    this.steps = new HandoffSteps(field, names);
  }

  static HandoffPlan of(FieldReading field, FormNames names) {
    return new Handoffs(field, names).plan();
  }

  private HandoffPlan plan() {
    checkMode();
    boolean isChain = settings.of("chain").has("chain");
    return new HandoffPlan(
        isChain ? chain() : List.of(steps.step(1, settings::of, false)),
        stopOn(isChain),
        steps.condition(settings.of("when").get("when")));
  }

  private void checkMode() {
    JsonTemplate mode = settings.of("mode").get("mode");
    if (mode != null && !Settings.unquoted(mode).equals("wait")) {
      field.error(
          "handoff-bad-mode",
          "mode " + Settings.quoted(mode) + " is not 'wait'",
          "Write mode: wait, or leave it out.");
    }
  }

  private List<HandoffStep> chain() {
    Settings holder = settings.of("chain");
    List<HandoffStep> read = new ArrayList<>();
    List<JsonTemplate> elements = holder.elements("chain");
    boolean allObjects = elements.stream().allMatch(ObjectTemplate.class::isInstance);
    if (elements.size() < FEWEST_STEPS || elements.size() > MOST_STEPS || !allObjects) {
      field.error(
          "handoff-bad-chain",
          "the chain is not a list of 2 to 10 steps",
          "Write a list of steps, each with its target_app_id.");
    } else {
      for (int index = 0; index < elements.size(); index++) {
        Settings step =
            new Settings(
                (ObjectTemplate) elements.get(index), holder.pointer("chain") + "/" + index);
        read.add(steps.step(index + 1, key -> step, true));
      }
    }
    warnOfSettingsBesideChain();
    return read;
  }

  private void warnOfSettingsBesideChain() {
    for (String key : STEP_KEYS) {
      if (settings.of(key).has(key)) {
        field.warning(
            "ignored-setting",
            key + " beside a chain has no effect",
            "Write it into the steps of the chain.");
      }
    }
  }

  private Set<HandoffOutcome> stopOn(boolean isChain) {
    Set<HandoffOutcome> outcomes = EnumSet.noneOf(HandoffOutcome.class);
    JsonTemplate given = settings.of("stop_on").get("stop_on");
    if (given == null) {
      return outcomes;
    }
    if (!isChain) {
      field.warning("ignored-setting", "stop_on without a chain has no effect", "Leave it out.");
    }
    List<JsonTemplate> words =
        given instanceof ArrayTemplate(List<JsonTemplate> elements) ? elements : List.of(given);
    for (JsonTemplate word : words) {
      HandoffOutcome outcome = HandoffOutcome.of(Settings.unquoted(word));
      if (outcome == null) {
        field.warning(
            "ignored-setting",
            "stop_on " + Settings.quoted(word) + " is no outcome and has no effect",
            "Write failed, returned, idle, timed_out or cancelled.");
      } else {
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }
}
