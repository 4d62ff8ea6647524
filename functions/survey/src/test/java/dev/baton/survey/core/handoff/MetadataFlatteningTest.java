package dev.baton.survey.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Survey specification §7.1–7.3. */
class MetadataFlatteningTest {
  private static final JsonObject ASSESSMENT =
      object()
          .put("completion_status", "success")
          .put(
              "assessment_results",
              object().put("reading_level", 6).put("comprehension_score", 82).build())
          .put("recommendations", JsonArray.ofTexts(List.of("literacy_support", "visual_aids")))
          .build();

  @Test
  void nestedMembersAndElementsAreJoined() {
    Flattened flattened = flatten(ASSESSMENT);

    assertThat(flattened.values())
        .containsExactly(
            Map.entry("e_handover_completion_status", Json.of("success")),
            Map.entry("e_handover_assessment_results_reading_level", Json.of(6)),
            Map.entry("e_handover_assessment_results_comprehension_score", Json.of(82)),
            Map.entry("e_handover_recommendations_0", Json.of("literacy_support")),
            Map.entry("e_handover_recommendations_1", Json.of("visual_aids")));
    assertThat(flattened.names()).containsExactlyElementsOf(flattened.values().keySet());
    assertThat(flattened.collisions()).isEmpty();
    assertThat(flattened.error()).isNull();
  }

  @Test
  void leavesKeepTheirTypeAndEmptyStructuresGiveNoKey() {
    JsonObject json =
        object()
            .put("user", object().put("age", 25).build())
            .put("ok", false)
            .put("x", JsonNull.NULL)
            .put("t", JsonArray.EMPTY)
            .put("o", JsonObject.EMPTY)
            .put("score", new JsonNumber("82.50"))
            .build();

    assertThat(flatten(json).values())
        .containsExactly(
            Map.entry("e_handover_user_age", Json.of(25)),
            Map.entry("e_handover_ok", Json.of(false)),
            Map.entry("e_handover_x", JsonNull.NULL),
            Map.entry("e_handover_score", new JsonNumber("82.50")));
  }

  @Test
  void twoPathsToOneNameCollide() {
    JsonObject json =
        object().put("a.b", 1).put("a-b", 2).put("a", object().put("b", 3).build()).build();

    Flattened flattened = flatten(json);

    assertThat(flattened.values()).containsExactly(Map.entry("e_handover_a_b", Json.of(1)));
    assertThat(flattened.collisions()).containsExactly("/a-b", "/a/b");
  }

  @Test
  void aMemberThatComesTwiceCollides() {
    Flattened flattened =
        flatten(object().put("a", JsonNull.NULL).put("a", 2).put("b/~", 1).put("b__", 2).build());

    assertThat(flattened.values())
        .containsExactly(
            Map.entry("e_handover_a", JsonNull.NULL), Map.entry("e_handover_b__", Json.of(1)));
    assertThat(flattened.collisions()).containsExactly("/a", "/b__");
    assertThat(flatten(object().put("b__", 1).put("b/~", 2).build()).collisions())
        .containsExactly("/b~1~0");
  }

  @Test
  void arraysAtTheTopAreIndexed() {
    Json json = JsonArray.of(Json.of(7), object().put("k", "v").build(), JsonArray.of(Json.of(1)));

    assertThat(flatten(json).values())
        .containsExactly(
            Map.entry("e_handover_0", Json.of(7)),
            Map.entry("e_handover_1_k", Json.of("v")),
            Map.entry("e_handover_2_0", Json.of(1)));
  }

  @Test
  void scalarsAtTheTopGetOneKey() {
    assertThat(flatten(Json.of("done")).values())
        .containsExactly(Map.entry("e_handover_metadata", Json.of("done")));
    assertThat(flatten(Json.of(5)).values())
        .containsExactly(Map.entry("e_handover_metadata", Json.of(5)));
    assertThat(flatten(Json.of(true)).values())
        .containsExactly(Map.entry("e_handover_metadata", Json.of(true)));
    assertThat(flatten(JsonNull.NULL).values())
        .containsExactly(Map.entry("e_handover_metadata", JsonNull.NULL));
    assertThat(MetadataFlattening.flatten(new Metadata.Plain("done"), true, false).values())
        .containsExactly(Map.entry("e_handover_metadata", Json.of("done")));
  }

  @Test
  void nothingGivesNothing() {
    assertThat(MetadataFlattening.flatten(new Metadata.Absent(), true, true))
        .isEqualTo(Flattened.NOTHING);
    assertThat(flatten(JsonObject.EMPTY).values()).isEmpty();
    assertThat(flatten(JsonArray.EMPTY).values()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Reading_Level2, Reading_Level2",
    "a b, a_b",
    "caf\u00e9, caf_",
    "\ud83d\ude00x, _x",
    "\ud800x, _x",
    "'', ''",
    "type, type",
    "azAZ09\u0060{@[/:, azAZ09______",
    "a.b-c d, a_b_c_d",
  })
  void charactersOfNamesAreReplaced(String name, String flat) {
    assertThat(flatten(object().put(name, 1).build()).names())
        .containsExactly("e_handover_" + flat);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outcome",
        "target_app_id",
        "duration_seconds",
        "error_code",
        "error_message",
        "take_error_code",
        "metadata_error",
        "collisions",
      })
  void namesOfTheEngineCollide(String name) {
    Flattened flattened = flatten(object().put(name, "forged").put("x", 1).build());

    assertThat(flattened.values()).containsExactly(Map.entry("e_handover_x", Json.of(1)));
    assertThat(flattened.collisions()).containsExactly("/" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "step0_x, true",
    "step9_x, true",
    "step1_x, true",
    "step12_, true",
    "step_x, false",
    "step1, false",
    "step1x, false",
    "steps_1, false",
    "stepx1_, false"
  })
  void namesOfStepsCollideInAChain(String name, boolean collides) {
    Metadata metadata = structured(object().put(name, 1).build());

    assertThat(MetadataFlattening.flatten(metadata, false, true).collisions().isEmpty())
        .isNotEqualTo(collides);
    assertThat(MetadataFlattening.flatten(metadata, false, false).collisions()).isEmpty();
  }

  @Test
  void aliasesFollowFlysNaming() {
    JsonObject json =
        object()
            .put("type", "result")
            .put("readingLevel2", object().put("type", "x").put("HTMLPage", 1).build())
            .put("list", JsonArray.of(object().put("a-b", true).build()))
            .build();

    Flattened flattened = MetadataFlattening.flatten(structured(json), true, false);

    assertThat(flattened.values())
        .containsExactly(
            Map.entry("e_handover_type", Json.of("result")),
            Map.entry("e_handover_readingLevel2_type", Json.of("x")),
            Map.entry("e_handover_readingLevel2_HTMLPage", Json.of(1)),
            Map.entry("e_handover_list_0_a_b", Json.of(true)),
            Map.entry("e_handover_metadata_reading_level_2_html_page", Json.of(1)),
            Map.entry("e_handover_metadata_list_0_a_b", Json.of(true)));
    assertThat(flattened.names())
        .containsExactly(
            "e_handover_type",
            "e_handover_readingLevel2_type",
            "e_handover_readingLevel2_HTMLPage",
            "e_handover_list_0_a_b");
  }

  @Test
  void whereAliasAndPlainNameMeetTheAliasWins() {
    JsonObject json =
        object().put("metadata", object().put("x", "plain").build()).put("x", "alias").build();

    Flattened flattened = MetadataFlattening.flatten(structured(json), true, false);

    assertThat(flattened.values())
        .containsEntry("e_handover_metadata_x", Json.of("alias"))
        .containsEntry("e_handover_metadata_metadata_x", Json.of("plain"));
    assertThat(flattened.collisions()).isEmpty();
  }

  @Test
  void aPathThatCollidesTwiceIsListedOnce() {
    JsonObject json = object().put("a.b", 1).put("a-b", 2).put("a_b", 3).build();
    JsonObject caseOnly = object().put("readingLevel", 1).put("reading_level", 2).build();

    assertThat(MetadataFlattening.flatten(structured(json), true, false).collisions())
        .containsExactly("/a-b", "/a_b");
    assertThat(MetadataFlattening.flatten(structured(caseOnly), true, false).collisions())
        .containsExactly("/reading_level");
    assertThat(flatten(caseOnly).collisions()).isEmpty();
  }

  @Test
  void anAliasThatIsTooLongRefusesAll() {
    int room = 255 - "e_handover_".length();
    Metadata metadata = structured(object().put("n".repeat(room), 1).build());

    assertThat(MetadataFlattening.flatten(metadata, true, false).error())
        .isEqualTo(FlatteningError.KEY_TOO_LONG);
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
}
