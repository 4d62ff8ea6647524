package dev.baton.survey.core.participant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.core.waiting.ArmedWaits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators search for and see, survey spec §1.1 and §8. */
class ParticipantTest {
  private static final Participant STRANGER = Participant.stranger("page", "user", "owner");
  private static final RunningWait WAIT =
      new RunningWait(ArmedWaits.defaultOfHandoff("1", 3, 7, 100), new Timer(20, 1), false);

  private static Participant with(RunningWait wait, Timer followUp, Timer retry) {
    return STRANGER
        .at(new Position(State.QOUT, null, wait, null, followUp))
        .with(Outbox.EMPTY.withRetry(retry));
  }

  @Test
  void theEarliestTimerIsTheOneThatIsDue() {
    assertThat(with(WAIT, new Timer(30, 1), new Timer(40, 1)).timerDue()).hasValue(20);
    assertThat(with(WAIT, new Timer(10, 1), new Timer(40, 1)).timerDue()).hasValue(10);
    assertThat(with(WAIT, new Timer(30, 1), new Timer(5, 1)).timerDue()).hasValue(5);
  }

  @Test
  void whereNothingIsSetNothingIsDue() {
    assertThat(STRANGER.timerDue()).isEmpty();
    assertThat(STRANGER.at(STRANGER.position().withWait(WAIT.withTimer(null))).timerDue())
        .isEmpty();
  }

  @Test
  void aWaitBeganWhenItWasArmed() {
    assertThat(STRANGER.at(STRANGER.position().withWait(WAIT)).waitSince()).hasValue(7);
    assertThat(STRANGER.waitSince()).isEmpty();
  }

  @Test
  void theOutboxCountsWhatIsParked() {
    List<OutboxEntry> one =
        List.of(OutboxEntry.of(new Effect.CancelTimer("1:0", TimerKind.WAIT, 1)));

    assertThat(Outbox.EMPTY.with(one, one).size()).isEqualTo(2);
  }

  @Test
  void anEffectThatIsNotThereIsNotChanged() {
    List<OutboxEntry> one =
        List.of(OutboxEntry.of(new Effect.CancelTimer("1:0", TimerKind.WAIT, 1)));

    assertThat(Outbox.replaced(one, "1:1", entry -> entry.started(1))).isEqualTo(one);
    assertThat(Outbox.without(one, "1:1")).isEqualTo(one);
  }

  @ParameterizedTest
  @EnumSource(TimerKind.class)
  void everyKindOfTimerIsFoundByItsName(TimerKind kind) {
    assertThat(TimerKind.of(kind.wireName())).isEqualTo(kind);
    assertThat(TimerKind.of(kind.name())).isNull();
  }
}
