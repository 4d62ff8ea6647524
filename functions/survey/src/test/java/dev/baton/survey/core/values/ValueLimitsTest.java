package dev.baton.survey.core.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueLimitsTest {

  @Test
  void threeHundredKeysTogetherFit() {
    assertThat(ValueLimits.fit(keys("h", 250), keys("v", 50))).isTrue();
    assertThat(ValueLimits.fit(keys("h", 251), keys("v", 50))).isFalse();
    assertThat(ValueLimits.fit(Map.of(), Map.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "x, 1",
    "\u007f, 1",
    "\u0080, 2",
    "\u07ff, 2",
    "\u0800, 3",
    "\u00e9, 2",
    "\u0664, 2",
    "\u20ac, 3",
    "\ud83d\ude00, 4"
  })
  void bytesCountAsUtf8(String unit, int size) {
    int most = ValueLimits.BYTES - 1;
    String text = unit.repeat(most / size) + "x".repeat(most % size);

    assertThat(ValueLimits.fit(Map.of("k", Json.of(text)), Map.of())).isTrue();
    assertThat(ValueLimits.fit(Map.of("k", Json.of(text + "x")), Map.of())).isFalse();
  }

  @Test
  void namesAndVariablesAndNumbersCountToo() {
    String half = "x".repeat(ValueLimits.BYTES / 2);

    assertThat(ValueLimits.fit(Map.of(half, Json.of("")), Map.of(half, Json.of("")))).isTrue();
    assertThat(ValueLimits.fit(Map.of(half, Json.of("")), Map.of(half, new JsonNumber("1"))))
        .isFalse();
    assertThat(ValueLimits.fit(Map.of(half, Json.of(true)), Map.of(half, Json.of("")))).isFalse();
  }

  private static Map<String, Json> keys(String prefix, int count) {
    Map<String, Json> values = new HashMap<>();
    for (int index = 0; index < count; index++) {
      values.put(prefix + index, Json.of(index));
    }
    return values;
  }
}
