package dev.baton.survey.participants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastUsedTest {

  @Test
  void longestUnusedGoesFirst() {
    LastUsed<String, Integer> values = new LastUsed<>(2);
    values.put("a", 1);
    values.put("b", 2);
    values.get("a");

    values.put("c", 3);

    assertThat(values.get("a")).isEqualTo(1);
    assertThat(values.get("b")).isNull();
    assertThat(values.get("c")).isEqualTo(3);
  }
}
