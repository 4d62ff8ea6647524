package dev.baton.survey.core.participant.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** How far an effect is, survey spec §3.3 and §3.4. */
class OutboxEntryTest {
  private static final OutboxEntry FRESH = OutboxEntry.of(new Effect.Send("1:0", JsonObject.EMPTY));

  @Test
  void anEffectMayStartFromItsTimeOn() {
    OutboxEntry delayed = FRESH.started(1).queued(10);

    assertThat(delayed.isReady(9)).isFalse();
    assertThat(delayed.isReady(10)).isTrue();
    assertThat(FRESH.isReady(0)).isTrue();
    assertThat(FRESH.started(1).isReady(2)).isFalse();
  }

  @Test
  void aDoubtfulEffectMayHaveHappenedAndIsNotUnderWay() {
    OutboxEntry doubted = FRESH.started(1).unknown();

    assertThat(FRESH.isDoubtful()).isFalse();
    assertThat(doubted.isDoubtful()).isTrue();
    assertThat(doubted.queued(10).isDoubtful()).isTrue();
    assertThat(doubted.queued(10).started(20).isDoubtful()).isFalse();
  }

  @Test
  void attemptsAreCountedWhateverBecomesOfThem() {
    OutboxEntry third = FRESH.started(1).unknown().queued(0).started(2).queued(5).started(6);

    assertThat(third.status()).isEqualTo(new DeliveryStatus.Started(3, 6));
    assertThat(third.doubts()).isEqualTo(1);
    assertThat(third.confirmed().status()).isEqualTo(new DeliveryStatus.Confirmed(3, 6));
  }

  @Test
  void anAttemptInDoubtKeepsTheTimeItWasStarted() {
    assertThat(FRESH.started(7).unknown().status()).isEqualTo(new DeliveryStatus.Unknown(1, 7));
  }
}
