package dev.baton.survey.handoffs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffSummaryTest {
  private final HandoffSummary summary = new HandoffSummary();

  @Test
  void nothingHasNoRateAndNoDuration() {
    assertThat(summary.toJson(true).write())
        .isEqualTo(
            "{\"total\":0,\"open\":0,\"ended\":0,\"outcomes\":{\"failed\":0,\"returned\":0,\"idle\":0,"
                + "\"timed_out\":0,\"cancelled\":0},\"returned_keys\":[],\"complete\":true}");
  }

  @Test
  void successIsTheShareOfReturnedAmongEnded() {
    summary.add(ended("returned", 100));
    summary.add(ended("timed_out", 200));
    summary.add(ended("idle", 300));
    summary.add(JsonObject.builder().put("handoff_id", "open").build());

    JsonObject json = summary.toJson(true);

    assertThat(json.write())
        .contains("\"total\":4,\"open\":1,\"ended\":3")
        .contains("\"success_rate\":0.3333")
        .contains("\"duration_ms\":{\"p50\":200,\"p90\":300,\"p99\":300}");
  }

  @Test
  void percentilesAreDurationsThatOccurred() {
    for (int duration = 1000; duration >= 1; duration--) {
      summary.add(ended("returned", duration));
    }

    assertThat(summary.toJson(false).write())
        .contains("\"duration_ms\":{\"p50\":500,\"p90\":900,\"p99\":990}")
        .contains("\"success_rate\":1.0000")
        .contains("\"complete\":false");
  }

  @Test
  void returnedKeysAreCountedMostFrequentFirst() {
    summary.add(returning("b", "a"));
    summary.add(returning("b"));

    assertThat(summary.toJson(true).write())
        .contains("\"returned_keys\":[{\"key\":\"b\",\"count\":2},{\"key\":\"a\",\"count\":1}]");
  }

  private static JsonObject ended(String outcome, long duration) {
    return JsonObject.builder().put("outcome", outcome).put("duration_ms", duration).build();
  }

  private static JsonObject returning(String... keys) {
    return JsonObject.builder()
        .put("outcome", "returned")
        .put("returned_keys", JsonArray.ofTexts(List.of(keys)))
        .build();
  }
}
