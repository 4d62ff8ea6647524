package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pattern match, survey specification §5.3. Cells: texts in quotes, other JSON as it is. */
class PatternsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "5, 5, true",
        "5, 5.0, true",
        "5, '5', true",
        "'5', 5, true",
        "'5.0', 5, true",
        "5e0, '5', true",
        "5, 6, false",
        "5, '6', false",
        "5, 'five', false",
        "5, true, false",
        "1, true, false",
        "'5', '5', true",
        "'5', '5.0', false",
        "'a', 'a', true",
        "'a', 'A', false",
        "'a', ' a', false",
        "'cafe\u0301', 'caf\u00e9', false",
        "true, true, true",
        "true, false, false",
        "true, 'true', true",
        "'false', false, true",
        "true, 'True', false",
        "'true', 'true', true",
        "true, 1, false",
        "null, null, true",
        "null, missing, true",
        "null, '', false",
        "null, 0, false",
        "'x', missing, false",
        "5, missing, false",
        "true, missing, false",
        "'x', null, false",
        "'null', null, false",
      })
  void leavesMatchByValue(String pattern, String value, boolean matches) {
    Json expected = Objects.requireNonNull(cell(pattern));
    JsonObject object = object("k", expected);
    Json found = cell(value);
    JsonObject event = found == null ? JsonObject.EMPTY : object("k", found);

    assertThat(Patterns.matches(object, event)).isEqualTo(matches);
  }

  @Test
  void anAbsentPatternMatchesEverything() {
    assertThat(Patterns.matches(null, Json.of("x"))).isTrue();
    assertThat(Patterns.matches(null, null)).isTrue();
    assertThat(Patterns.matches(JsonNull.NULL, Json.of("x"))).isTrue();
    assertThat(Patterns.matches(JsonObject.EMPTY, Json.of("x"))).isTrue();
    assertThat(Patterns.matches(JsonObject.EMPTY, JsonArray.EMPTY)).isTrue();
    assertThat(Patterns.matches(JsonObject.EMPTY, null)).isTrue();
  }

  @Test
  void otherMembersOfTheValueAreFree() {
    JsonObject pattern = object("a", object("b", Json.of(1)));
    JsonObject value =
        JsonObject.builder()
            .put("x", 1)
            .put("a", JsonObject.builder().put("y", 2).put("b", "1").build())
            .build();

    assertThat(Patterns.matches(pattern, value)).isTrue();
    assertThat(Patterns.matches(value, pattern)).isFalse();
  }

  @Test
  void everyMemberOfThePatternIsNeeded() {
    JsonObject pattern = JsonObject.builder().put("a", 1).put("b", 2).build();

    assertThat(Patterns.matches(pattern, object("a", Json.of(1)))).isFalse();
    assertThat(Patterns.matches(pattern, JsonObject.builder().put("b", 2).put("a", 1).build()))
        .isTrue();
    assertThat(Patterns.matches(pattern, JsonObject.builder().put("b", 3).put("a", 1).build()))
        .isFalse();
  }

  @Test
  void aMemberWithAnEmptyPatternMustBePresent() {
    JsonObject pattern = object("a", JsonObject.EMPTY);

    assertThat(Patterns.matches(pattern, object("a", Json.of(5)))).isTrue();
    assertThat(Patterns.matches(pattern, object("a", JsonNull.NULL))).isTrue();
    assertThat(Patterns.matches(pattern, JsonObject.EMPTY)).isFalse();
  }

  @Test
  void anObjectMatchesObjectsOnly() {
    JsonObject pattern = object("a", Json.of(1));

    assertThat(Patterns.matches(pattern, Json.of("a"))).isFalse();
    assertThat(Patterns.matches(pattern, JsonArray.of(Json.of(1)))).isFalse();
    assertThat(Patterns.matches(pattern, null)).isFalse();
    assertThat(Patterns.matches(Json.of("a"), null)).isFalse();
    assertThat(Patterns.matches(Json.of("a"), pattern)).isFalse();
    assertThat(Patterns.matches(Json.of(1), pattern)).isFalse();
    assertThat(Patterns.matches(Json.of(true), JsonArray.EMPTY)).isFalse();
  }

  @Test
  void arraysMatchElementByElement() {
    JsonArray pattern = JsonArray.of(Json.of(1), object("a", Json.of("x")), JsonNull.NULL);

    assertThat(
            Patterns.matches(
                pattern, JsonArray.of(Json.of("1"), object("a", Json.of("x")), JsonNull.NULL)))
        .isTrue();
    assertThat(Patterns.matches(pattern, JsonArray.of(Json.of(1), object("a", Json.of("x")))))
        .isFalse();
    assertThat(
            Patterns.matches(
                pattern, JsonArray.of(Json.of(2), object("a", Json.of("x")), JsonNull.NULL)))
        .isFalse();
    assertThat(Patterns.matches(pattern, JsonObject.EMPTY)).isFalse();
    assertThat(Patterns.matches(JsonArray.EMPTY, JsonArray.EMPTY)).isTrue();
    assertThat(Patterns.matches(JsonArray.EMPTY, JsonArray.of(Json.of(1)))).isFalse();
    assertThat(Patterns.matches(JsonArray.EMPTY, null)).isFalse();
  }

  @Test
  void ofAMemberThatComesTwiceTheFirstCounts() {
    JsonObject value = JsonObject.builder().put("a", 1).put("a", 2).build();

    assertThat(Patterns.matches(object("a", Json.of(1)), value)).isTrue();
    assertThat(Patterns.matches(object("a", Json.of(2)), value)).isFalse();
  }

  private static JsonObject object(String name, Json value) {
    return JsonObject.builder().put(name, value).build();
  }

  private static @Nullable Json cell(String text) {
    if (text.startsWith("'")) {
      return Json.of(text.substring(1, text.length() - 1));
    }
    return switch (text) {
      case "missing" -> null;
      case "null" -> JsonNull.NULL;
      case "true" -> Json.of(true);
      case "false" -> Json.of(false);
      default -> new JsonNumber(text);
    };
  }
}
