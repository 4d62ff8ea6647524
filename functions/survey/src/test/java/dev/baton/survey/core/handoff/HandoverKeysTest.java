package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandoverKeysTest {
  private static final Map<String, Json> HIDDEN = hidden();

  @Test
  void enteringAHandoffClearsAllOfItsKeys() {
    assertThat(HandoverKeys.cleared(HIDDEN)).containsOnlyKeys("age", "e_payment_id", "e_handover");
  }

  @Test
  void betweenStepsTheNumberedKeysStay() {
    assertThat(HandoverKeys.clearedForNextStep(HIDDEN))
        .containsOnlyKeys("age", "e_payment_id", "e_handover", "e_handover_step1_outcome");
  }

  @Test
  void aStepIsKeptUnderItsNumber() {
    assertThat(HandoverKeys.withStepCopy(HIDDEN, 2))
        .containsEntry("e_handover_step2_outcome", Json.of("returned"))
        .containsEntry("e_handover_step2_metadata_x", Json.of(1))
        .containsEntry("e_handover_outcome", Json.of("returned"))
        .containsEntry("e_handover_step1_outcome", Json.of("idle"))
        .hasSize(HIDDEN.size() + 2);
  }

  @Test
  void theMapOfTheParticipantIsNotChanged() {
    Map<String, Json> before = new LinkedHashMap<>(HIDDEN);

    HandoverKeys.cleared(HIDDEN);
    HandoverKeys.clearedForNextStep(HIDDEN);
    HandoverKeys.withStepCopy(HIDDEN, 2);

    assertThat(HIDDEN).isEqualTo(before);
  }

  @Test
  void engineKeysAreKnown() {
    assertThat(HandoverKeys.isEngineKey("e_handover_outcome")).isTrue();
    assertThat(HandoverKeys.isEngineKey("e_handover_score")).isFalse();
  }

  private static Map<String, Json> hidden() {
    Map<String, Json> hidden = new LinkedHashMap<>();
    hidden.put("age", Json.of(25));
    hidden.put("e_payment_id", Json.of("p"));
    hidden.put("e_handover", Json.of("x"));
    hidden.put("e_handover_step1_outcome", Json.of("idle"));
    hidden.put("e_handover_outcome", Json.of("returned"));
    hidden.put("e_handover_metadata_x", Json.of(1));
    return hidden;
  }
}
