package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much of a metadata is merged, and what is too much. */
class MetadataLimitsTest {
  @Test
  void tooLargeTextIsNotMerged() {
    JsonObject json = object().put("a", 1).build();

    assertThat(
            MetadataFlattening.flatten(new Metadata.Structured(json, 16_384), false, false)
                .values())
        .hasSize(1);
    assertThat(MetadataFlattening.flatten(new Metadata.Structured(json, 16_385), false, false))
        .isEqualTo(Flattened.refused(FlatteningError.TOO_LARGE));
    assertThat(
            MetadataFlattening.flatten(new Metadata.Plain("x".repeat(16_385)), false, false)
                .error())
        .isEqualTo(FlatteningError.TOO_LARGE);
  }

  @Test
  void sixteenKibibytesAreBytesAndNotCharacters() {
    Metadata plain = new Metadata.Plain("\u00e9".repeat(8_193));

    assertThat(plain.bytes()).isEqualTo(16_386);
    assertThat(MetadataFlattening.flatten(plain, false, false).error())
        .isEqualTo(FlatteningError.TOO_LARGE);
  }

  @Test
  void thousandsOfCollisionsAreTooManyKeysAndNotAListOfThousands() {
    JsonObject.Builder members = JsonObject.builder();
    for (int letter = 0; letter < 201; letter++) {
      members.put(Character.toString(0x4e00 + letter), 1);
    }
    Metadata metadata = new Metadata.Structured(members.build(), 2_000);

    assertThat(MetadataFlattening.flatten(metadata, false, false))
        .isEqualTo(Flattened.refused(FlatteningError.TOO_MANY_KEYS));
  }

  @Test
  void tenLevelsAreMerged() {
    assertThat(flatten(nested(10)).values())
        .containsExactly(Map.entry("e_handover" + "_a".repeat(10), Json.of(1)));
    assertThat(flatten(nested(11))).isEqualTo(Flattened.refused(FlatteningError.TOO_DEEP));
    assertThat(flatten(nestedArrays(10)).values()).hasSize(1);
    assertThat(flatten(nestedArrays(11)).error()).isEqualTo(FlatteningError.TOO_DEEP);
    assertThat(flatten(nested(5000)).error()).isEqualTo(FlatteningError.TOO_DEEP);
  }

  @Test
  void twoHundredKeysAreMerged() {
    assertThat(flatten(members(200)).values()).hasSize(200);
    assertThat(flatten(members(201))).isEqualTo(Flattened.refused(FlatteningError.TOO_MANY_KEYS));
  }

  @Test
  void namesHaveAtMost255Characters() {
    int room = 255 - "e_handover_".length();

    assertThat(flatten(object().put("n".repeat(room), 1).build()).values()).hasSize(1);
    assertThat(flatten(object().put("n".repeat(room + 1), 1).build()))
        .isEqualTo(Flattened.refused(FlatteningError.KEY_TOO_LONG));
  }

  @Test
  void theFirstReasonCounts() {
    JsonObject.Builder all = object().put("n".repeat(300), 1).put("deep", nested(10));
    members(201).members().forEach(member -> all.put(member.name(), member.value()));
    JsonObject.Builder two = object().put("n".repeat(300), 1);
    members(201).members().forEach(member -> two.put(member.name(), member.value()));

    assertThat(flatten(all.build()).error()).isEqualTo(FlatteningError.TOO_DEEP);
    assertThat(flatten(two.build()).error()).isEqualTo(FlatteningError.TOO_MANY_KEYS);
  }

  @Test
  void errorsHaveTheirCode() {
    assertThat(FlatteningError.values())
        .extracting(FlatteningError::code)
        .containsExactly("too_large", "too_deep", "too_many_keys", "key_too_long", "no_room");
  }

  @Test
  void longTextsAreCut() {
    JsonObject json =
        object()
            .put("fits", "x".repeat(4000))
            .put("long", "x".repeat(4001))
            .put("pair", "x".repeat(3999) + "\ud83d\ude00")
            .build();

    assertThat(flatten(json).values().values())
        .containsExactly(
            new JsonText("x".repeat(4000)),
            new JsonText("x".repeat(4000)),
            new JsonText("x".repeat(3999)));
  }

  @ParameterizedTest
  @CsvSource({
    "6, true",
    "-82.50, true",
    "1e308, true",
    "1E-308, true",
    "1e+308, true",
    "1.5e00000300, true",
    "1e309, false",
    "1e-309, false",
    "1e99999999999999999999, false",
  })
  void absurdNumbersBecomeText(String literal, boolean number) {
    Json kept = flatten(new JsonNumber(literal)).values().get("e_handover_metadata");

    assertThat(kept).isEqualTo(number ? new JsonNumber(literal) : new JsonText(literal));
  }

  @Test
  void numbersHaveAtMost64Digits() {
    String fits = "-" + "9".repeat(32) + "." + "9".repeat(32) + "e10";

    assertThat(flatten(new JsonNumber(fits)).values()).containsValue(new JsonNumber(fits));
    assertThat(flatten(new JsonNumber("9" + "0".repeat(64))).values())
        .containsValue(new JsonText("9" + "0".repeat(64)));
  }

  private static Flattened flatten(Json json) {
    return MetadataFlattening.flatten(structured(json), false, false);
  }

  private static Metadata structured(Json json) {
    return new Metadata.Structured(json, 100);
  }

  private static JsonObject.Builder object() {
    return JsonObject.builder();
  }

  private static JsonObject members(int count) {
    JsonObject.Builder builder = object();
    for (int index = 0; index < count; index++) {
      builder.put("k" + index, index);
    }
    return builder.build();
  }

  private static Json nested(int depth) {
    Json json = Json.of(1);
    for (int level = 0; level < depth; level++) {
      json = object().put("a", json).build();
    }
    return json;
  }

  private static Json nestedArrays(int depth) {
    Json json = Json.of(1);
    for (int level = 0; level < depth; level++) {
      json = JsonArray.of(json);
    }
    return json;
  }
}
