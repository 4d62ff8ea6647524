package dev.baton.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', abc, 3",
    "abc, '', 3",
    "same, same, 0",
    "kitten, sitting, 3",
    "ab, ba, 2",
    "age_group, age-groups, 2",
  })
  void theFewestEditsCount(String from, String to, int edits) {
    assertThat(EditDistance.between(from, to)).isEqualTo(edits);
    assertThat(EditDistance.between(to, from)).isEqualTo(edits);
  }
}
