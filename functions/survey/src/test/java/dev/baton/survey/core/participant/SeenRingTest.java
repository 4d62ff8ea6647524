package dev.baton.survey.core.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Events that were handled before, survey spec §1.1 and §2.3. */
class SeenRingTest {

  private static SeenRing of(int from, int to) {
    SeenRing ring = SeenRing.EMPTY;
    for (int key = from; key < to; key++) {
      ring = ring.with("m_" + key);
    }
    return ring;
  }

  @Test
  void theLastSixtyFourKeysAreKnown() {
    SeenRing ring = of(0, 65);

    assertThat(ring.holds("m_0")).isFalse();
    for (int key = 1; key < 65; key++) {
      assertThat(ring.holds("m_" + key)).as("m_" + key).isTrue();
    }
    assertThat(ring.holds("m_65")).isFalse();
  }

  @Test
  void aKeyTakesEightBytesOfTheItem() {
    assertThat(of(0, 63).encode()).hasSize(672);
    assertThat(of(0, 64).encode()).hasSize(683);
    assertThat(of(0, 100).encode()).hasSize(683);
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    assertThat(SeenRing.decode(of(0, 64).encode()))
        .isEqualTo(of(0, 64))
        .hasSameHashCodeAs(of(0, 64));
    assertThat(SeenRing.decode("")).isEqualTo(SeenRing.EMPTY);
  }

  @Test
  void ringsOfOtherKeysAreOthers() {
    assertThat(of(0, 3)).isNotEqualTo(of(1, 3)).isNotEqualTo(of(0, 4)).isNotEqualTo("m_0");
    assertThat(of(0, 3).hashCode()).isNotEqualTo(of(1, 4).hashCode());
  }

  /** Items that lie in the table were written by earlier versions. */
  @Test
  void theBytesOfAKeyNeverChange() {
    assertThat(SeenRing.EMPTY.with("m_1").with("m_2").encode()).isEqualTo("2caW8eZ4yW+VtlnrMY9DaQ");
  }
}
