package dev.baton.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @Test
  void writesEveryKindCompactlyInDocumentOrder() {
    Json json =
        JsonObject.builder()
            .put("b", 1)
            .put("a", JsonArray.of(Json.of("x"), JsonNull.NULL, Json.of(true), Json.of(false)))
            .put("n", new JsonNumber("82.50"))
            .put("empty", JsonObject.EMPTY)
            .put("none", JsonArray.EMPTY)
            .build();

    assertThat(json.write())
        .isEqualTo("{\"b\":1,\"a\":[\"x\",null,true,false],\"n\":82.50,\"empty\":{},\"none\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          0022, `\\"`
          005c, `\\\\`
          000a, `\\n`
          000d, `\\r`
          0009, `\\t`
          0000, `\\u0000`
          001f, `\\u001f`
          d83d, `\\ud83d`
          de00, `\\ude00`
          """)
  void escapesWhatMayNotStandInText(String codeUnit, String expected) {
    char character = (char) Integer.parseInt(codeUnit, 16);

    assertThat(Json.of("a" + character + "b").write()).isEqualTo("\"a" + expected + "b\"");
    assertThat(Json.of("" + character).write()).isEqualTo("\"" + expected + "\"");
  }

  @Test
  void leavesEmojiRightToLeftAndSlashesAsTheyAre() {
    String text = "😀 שלום a/b <c> \u007f";

    assertThat(Json.of(text).write()).isEqualTo("\"" + text + "\"");
  }

  @Test
  void writtenTextIsAlwaysValidUtf8() {
    String written = Json.of("\ud83d x \ude00\ud83d").write();

    assertThat(new String(written.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(written);
  }

  @Test
  void keepsBothMembersOfOneNameAndAnswersTheFirst() {
    JsonObject object = JsonObject.builder().put("a", 1).put("a", 2).build();

    assertThat(object.get("a")).isEqualTo(Json.of(1));
    assertThat(object.members()).hasSize(2);
    assertThat(object.has("a")).isTrue();
    assertThat(object.has("b")).isFalse();
  }

  @Test
  void readsMembersOnlyOfTheAskedKind() {
    JsonObject object =
        JsonObject.builder()
            .put("text", "t")
            .put("object", JsonObject.EMPTY)
            .put("array", JsonArray.of(Json.of(1)))
            .build();

    assertThat(object.text("text")).isEqualTo("t");
    assertThat(object.text("object")).isNull();
    assertThat(object.object("object")).isEqualTo(JsonObject.EMPTY);
    assertThat(object.object("text")).isNull();
    assertThat(object.array("array")).containsExactly(Json.of(1));
    assertThat(object.array("text")).isEmpty();
  }

  @Test
  void absentValuesAreNotWritten() {
    String absentText = null;
    Json absentJson = null;

    JsonObject object =
        JsonObject.builder().putIfPresent("a", absentText).putIfPresent("b", absentJson).build();

    assertThat(object.members()).isEmpty();
    assertThat(JsonObject.builder().putIfPresent("a", "x").build().text("a")).isEqualTo("x");
    assertThat(JsonObject.builder().putIfPresent("a", Json.of(1)).build().get("a"))
        .isEqualTo(Json.of(1));
  }

  @Test
  void canonicalFormSortsMembersAtEveryDepthAndNothingElse() {
    Json json =
        JsonObject.builder()
            .put(
                "b",
                JsonArray.of(Json.of(2), JsonObject.builder().put("z", 1).put("y", true).build()))
            .put("a", JsonNull.NULL)
            .build();

    assertThat(JsonCanonical.sorted(json).write())
        .isEqualTo("{\"a\":null,\"b\":[2,{\"y\":true,\"z\":1}]}");
    assertThat(JsonCanonical.sorted(new JsonNumber("1.0"))).isEqualTo(new JsonNumber("1.0"));
  }

  @Test
  void mapsAndListsBecomeObjectsAndArraysInTheirOrder() {
    Map<String, Json> values = new LinkedHashMap<>();
    values.put("z", Json.of("1"));
    values.put("a", Json.of("2"));

    assertThat(JsonObject.of(values).write()).isEqualTo("{\"z\":\"1\",\"a\":\"2\"}");
    assertThat(JsonArray.ofTexts(List.of("a", "b")).write()).isEqualTo("[\"a\",\"b\"]");
    assertThat(new JsonNumber("82.50").decimal()).isEqualByComparingTo("82.5");
  }
}
