package dev.baton.shell.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  private static final JsonObject QUESTION = JsonObject.builder().put("page_id", "1").build();
  private static final Cursor CURSOR = new Cursor(List.of("answers#1#é", "0001"));

  @Test
  void itComesBackAsItWasGiven() {
    assertThat(Cursor.read(CURSOR.write(QUESTION), QUESTION)).isEqualTo(CURSOR);
  }

  @Test
  void itBelongsToItsQuestion() {
    JsonObject other = JsonObject.builder().put("page_id", "2").build();

    assertThat(Cursor.read(CURSOR.write(QUESTION), other)).isNull();
  }

  @Test
  void noLetterOfItCanBeChanged() {
    String text = CURSOR.write(QUESTION);
    for (int index = 0; index < text.length(); index++) {
      char changed = text.charAt(index) == 'A' ? 'B' : 'A';
      String tampered = text.substring(0, index) + changed + text.substring(index + 1);

      assertThat(Cursor.read(tampered, QUESTION)).as(tampered).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "AAAA", "bm8", "=", "YWJjZGVmZ2hpamtsbW5vcHFyc3Q", "null"})
  void anythingElseIsNoCursor(String text) {
    assertThat(Cursor.read(text, QUESTION)).isNull();
  }
}
