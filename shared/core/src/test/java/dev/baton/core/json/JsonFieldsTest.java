package dev.baton.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
  private static final JsonObject WRITTEN =
      JsonObject.builder()
          .put("text", "a")
          .put("number", 7)
          .put("flag", true)
          .put("object", JsonObject.builder().put("inner", 1).build())
          .put("texts", JsonArray.ofTexts(List.of("x", "y")))
          .build();

  @Test
  void whatWasWrittenIsRead() {
    assertThat(JsonFields.text(WRITTEN, "text")).isEqualTo("a");
    assertThat(JsonFields.number(WRITTEN, "number")).isEqualTo(7);
    assertThat(JsonFields.flag(WRITTEN, "flag")).isTrue();
    assertThat(JsonFields.texts(WRITTEN, "texts")).containsExactly("x", "y");
    assertThat(JsonFields.map(WRITTEN, "object")).containsOnlyKeys("inner");
    assertThat(JsonFields.<String>optional(WRITTEN, "object", JsonObject::write))
        .isEqualTo("{\"inner\":1}");
  }

  @Test
  void whatIsAbsentIsNothingWhereThatMayBe() {
    assertThat(JsonFields.numberOrNull(WRITTEN, "no")).isNull();
    assertThat(JsonFields.flag(WRITTEN, "no")).isFalse();
    assertThat(JsonFields.object(WRITTEN, "no")).isEqualTo(JsonObject.EMPTY);
    assertThat(JsonFields.texts(WRITTEN, "no")).isEmpty();
    assertThat(JsonFields.<String>optional(WRITTEN, "no", JsonObject::write)).isNull();
  }

  @Test
  void whatIsAlwaysWrittenMustBeThere() {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonFields.text(WRITTEN, "number"));
    assertThatIllegalArgumentException().isThrownBy(() -> JsonFields.number(WRITTEN, "text"));
  }
}
