package dev.baton.survey.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.store.ParticipantKey;
import org.junit.jupiter.api.Test;

/** Names of schedules are legal, and one per participant, kind and round. */
class TimerSchedulesTest {

  @Test
  void nameIsLegalForTheScheduler() {
    String name =
        TimerSchedules.name(
            new ParticipantKey("p".repeat(128), "\uD83D\uDE42#%"), TimerKind.FOLLOWUP, 1L << 40);

    assertThat(name).matches("[0-9a-zA-Z-_.]{1,64}");
  }

  @Test
  void namesDifferWhereTheirPartsDo() {
    ParticipantKey one = new ParticipantKey("12", "3");
    ParticipantKey other = new ParticipantKey("1", "23");

    assertThat(TimerSchedules.name(one, TimerKind.WAIT, 1))
        .isEqualTo(TimerSchedules.name(new ParticipantKey("12", "3"), TimerKind.WAIT, 1))
        .isNotEqualTo(TimerSchedules.name(other, TimerKind.WAIT, 1))
        .isNotEqualTo(TimerSchedules.name(one, TimerKind.RETRY, 1))
        .isNotEqualTo(TimerSchedules.name(one, TimerKind.WAIT, 2));
  }
}
