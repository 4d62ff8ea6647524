package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.TimerKind;
import org.junit.jupiter.api.Test;

/** Reminders of an open question, survey spec §4.1. */
class RemindingTest {
  private final World reminding =
      new World(
          FormText.form()
              .member("custom_messages", "{\"label.buttonHint.default\":\"Hello?\"}")
              .ask("one")
              .ask("two"));

  @Test
  void aQuestionIsRemindedOfOnce() {
    reminding.link("form.FORM").pass(48 * World.HOUR);

    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?");
    reminding.text("x").pass(11 * World.HOUR).text("y").pass(48 * World.HOUR);
    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?", "two");
  }

  @Test
  void aTimerThatComesTooEarlyIsSetAgain() {
    reminding.link("form.FORM").fire(TimerKind.FOLLOWUP, 1, Firing.SCHEDULER);
    assertThat(reminding.effects()).containsExactly("arm followup");
    assertThat(reminding.said()).containsExactly("one");

    reminding.pass(12 * HOUR);

    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?");
  }

  @Test
  void aTimerThatFiresTwiceRemindsOnce() {
    reminding.link("form.FORM").pass(12 * HOUR).fire(TimerKind.FOLLOWUP, 1, Firing.SCHEDULER);

    assertThat(reminding.reason()).isEqualTo("stale_timer");
    assertThat(reminding.said()).containsExactly("one", "! Hello?", "one?");
  }
}
