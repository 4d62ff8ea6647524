package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Survey specification §7.6. */
class SignalFlatteningTest {
  private static final Map<String, Json> HIDDEN = Map.of("age", Json.of(25));

  @Test
  void aSignalIsFlattenedUnderItsType() {
    JsonObject event =
        JsonObject.builder()
            .put("type", "pay:done")
            .put("amount", object("value", Json.of(5)))
            .put("a-b", JsonArray.of(Json.of(true)))
            .put("inner", object("type", Json.of("kept")))
            .build();

    SignalMerge.Merged merged = merged(event, HIDDEN, Map.of(), false);

    assertThat(merged.hidden())
        .isEqualTo(
            Map.of(
                "age", Json.of(25),
                "e_pay_done_amount_value", Json.of(5),
                "e_pay_done_a_b_0", Json.of(true),
                "e_pay_done_inner_type", Json.of("kept")));
    assertThat(merged.names())
        .isEqualTo(Map.of("pay:done", List.of("amount_value", "a_b_0", "inner_type")));
    assertThat(SignalFlattening.prefix("pay:done")).isEqualTo("e_pay_done_");
  }

  @Test
  void namesMayBecomeSnakeCase() {
    JsonObject event = JsonObject.builder().put("type", "payDone").put("amountPaid", 5).build();

    assertThat(merged(event, Map.of(), Map.of(), true).hidden())
        .isEqualTo(Map.of("e_payDone_amount_paid", Json.of(5)));
    assertThat(merged(event, Map.of(), Map.of(), false).hidden())
        .isEqualTo(Map.of("e_payDone_amountPaid", Json.of(5)));
  }

  @Test
  void innerTypesStayInSnakeCaseToo() {
    JsonObject event =
        JsonObject.builder().put("type", "a").put("in", object("type", Json.of(1))).build();

    assertThat(merged(event, Map.of(), Map.of(), true).hidden())
        .isEqualTo(Map.of("e_a_in_type", Json.of(1)));
  }

  @Test
  void repetitionReplacesWhatTheTypeSetBefore() {
    SignalMerge.Merged first = merged(event("a", "x", "y"), HIDDEN, Map.of(), false);
    SignalMerge.Merged other = merged(event("a:x", "z"), first.hidden(), first.names(), false);
    SignalMerge.Merged second = merged(event("a", "y"), other.hidden(), other.names(), false);

    assertThat(second.hidden()).containsOnlyKeys("age", "e_a_y", "e_a_x_z");
    assertThat(second.names()).isEqualTo(Map.of("a", List.of("y"), "a:x", List.of("z")));
  }

  @Test
  void aSignalWithoutValuesSetsNone() {
    SignalMerge.Merged merged = merged(event("a"), HIDDEN, Map.of("a", List.of("gone")), false);

    assertThat(merged.hidden()).isEqualTo(HIDDEN);
    assertThat(merged.names()).isEqualTo(Map.of("a", List.of()));
  }

  @Test
  void collisionsKeepTheFirst() {
    JsonObject event = JsonObject.builder().put("type", "a").put("x-y", 1).put("x.y", 2).build();

    assertThat(merged(event, Map.of(), Map.of(), false).hidden())
        .isEqualTo(Map.of("e_a_x_y", Json.of(1)));
  }

  @Test
  void whatHasNoTypeIsRefused() {
    assertThat(reason(Json.of("a"))).isEqualTo("A signal is an object with a text 'type'.");
    assertThat(reason(JsonObject.EMPTY)).isEqualTo("A signal is an object with a text 'type'.");
    assertThat(reason(object("type", Json.of(5))))
        .isEqualTo("A signal is an object with a text 'type'.");
    assertThat(reason(event(""))).isEqualTo("A signal's 'type' has 1 to 100 characters.");
    assertThat(reason(event("t".repeat(101))))
        .isEqualTo("A signal's 'type' has 1 to 100 characters.");
    assertThat(merged(event("t".repeat(100), "x"), Map.of(), Map.of(), false).hidden()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"handover", "handover:done", "handoff_return", "handoff", "Handover", "HANDOFF:x"})
  void typesOfTheEngineAreRefused(String type) {
    assertThat(reason(event(type, "x"))).isEqualTo("The type '" + type + "' is the engine's own.");
  }

  @Test
  void similarTypesAreNot() {
    assertThat(merged(event("hand", "x"), Map.of(), Map.of(), false).hidden())
        .containsOnlyKeys("e_hand_x");
    assertThat(merged(event("my:handover", "x"), Map.of(), Map.of(), false).hidden())
        .containsOnlyKeys("e_my_handover_x");
  }

  @Test
  void largeSignalsAreRefused() {
    SignalMerge merge = SignalFlattening.merge(event("a", "x"), 16_385, HIDDEN, Map.of(), false);

    assertThat(merge).isEqualTo(new SignalMerge.BadEvent("A signal has at most 16 KiB."));
    assertThat(SignalFlattening.merge(event("a", "x"), 16_384, HIDDEN, Map.of(), false))
        .isInstanceOf(SignalMerge.Merged.class);
  }

  @Test
  void twentyTypesAreTheMost() {
    Map<String, List<String>> names = new HashMap<>();
    for (int index = 0; index < 19; index++) {
      names.put("t" + index, List.of());
    }

    assertThat(merged(event("new", "x"), Map.of(), names, false).names()).hasSize(20);
    names.put("t19", List.of());
    assertThat(SignalFlattening.merge(event("new", "x"), 1, Map.of(), names, false))
        .isEqualTo(new SignalMerge.BadEvent("A participant takes at most 20 types of signals."));
    assertThat(merged(event("t19", "x"), Map.of(), names, false).names()).hasSize(20);
  }

  @Test
  void limitsOfFlatteningAreTheSame() {
    Json deep = Json.of(1);
    for (int level = 0; level < 10; level++) {
      deep = object("a", deep);
    }
    JsonObject event = JsonObject.builder().put("type", "a").put("x", deep).build();

    assertThat(reason(event)).isEqualTo("The signal's values are refused: too_deep.");
  }

  private static SignalMerge.Merged merged(
      Json event, Map<String, Json> hidden, Map<String, List<String>> names, boolean snakeCase) {
    return (SignalMerge.Merged) SignalFlattening.merge(event, 100, hidden, names, snakeCase);
  }

  private static String reason(Json event) {
    return ((SignalMerge.BadEvent) SignalFlattening.merge(event, 100, HIDDEN, Map.of(), false))
        .reason();
  }

  private static JsonObject event(String type, String... members) {
    JsonObject.Builder event = JsonObject.builder().put("type", type);
    for (String member : members) {
      event.put(member, 1);
    }
    return event.build();
  }

  private static JsonObject object(String name, Json value) {
    return JsonObject.builder().put(name, value).build();
  }
}
