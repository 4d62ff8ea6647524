package dev.baton.shell.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.json.Json;
import dev.baton.shell.json.JsonReading.Cause;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private final JsonReader strict = JsonReader.refusingDuplicates(32);
  private final JsonReader lenient = JsonReader.keepingDuplicates(50);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":82.50,\"b\":[1e5,-0,true,false,null,\"é😀\"],\"c\":{}}",
        "12345678901234567890123456789012345678901234567890",
        "\"\\ud800\"",
        "[]",
        "\"text\""
      })
  void whatIsWrittenAgainIsWhatWasRead(String text) {
    assertThat(lenient.readOwn(text).write()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "@me",
        "'tis",
        "{a:1}",
        "{\"a\":1,}",
        "01",
        "+1",
        ".5",
        "NaN",
        "//x\n1",
        "tru",
        "{\"a\" 1}",
        "\"\t\""
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThat(cause(lenient.read(text))).isEqualTo(Cause.SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n"})
  void nothingIsNoValue(String text) {
    assertThat(cause(strict.read(text))).isEqualTo(Cause.SYNTAX);
  }

  @Test
  void textAfterTheValueIsRefused() {
    assertThat(cause(strict.read("{} {}"))).isEqualTo(Cause.TRAILING_TEXT);
  }

  @Test
  void textAfterTheValueThatIsNoJsonIsRefused() {
    assertThat(strict.read("{} x")).isInstanceOf(Unreadable.class);
  }

  @Test
  void duplicateKeysAreRefusedOrKeptAsAsked() {
    String twice = "{\"a\":1,\"a\":2}";

    assertThat(strict.read(twice))
        .isEqualTo(new Unreadable(Cause.DUPLICATE_KEY, "The member 'a' occurs twice."));
    assertThat(lenient.readOwn(twice).write()).isEqualTo(twice);
  }

  @Test
  void theLastAllowedDepthIsReadAndOneMoreIsNot() {
    assertThat(strict.read("[".repeat(32) + "]".repeat(32))).isInstanceOf(Readable.class);
    assertThat(cause(strict.read("[".repeat(33) + "]".repeat(33)))).isEqualTo(Cause.TOO_DEEP);
  }

  @Test
  void twoHundredThousandLevelsAreRefusedWithoutAStackOverflow() {
    assertThat(cause(strict.read("{\"a\":".repeat(200_000)))).isEqualTo(Cause.TOO_DEEP);
  }

  @Test
  void aNumberOfTenThousandDigitsIsRefused() {
    assertThat(cause(strict.read("1".repeat(10_000)))).isEqualTo(Cause.SYNTAX);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThat(cause(strict.read(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'})))
        .isEqualTo(Cause.ENCODING);
    assertThat(cause(strict.read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})))
        .isEqualTo(Cause.ENCODING);
  }

  @Test
  void aReplacementCharacterThatWasSentIsNoFault() {
    assertThat(strict.read("\"\uFFFD\"".getBytes(UTF_8)).orNull()).isEqualTo(Json.of("\uFFFD"));
  }

  @Test
  void reasonsNeverQuoteTheText() {
    assertThat(((Unreadable) strict.read("{\"password\": secret}")).message())
        .doesNotContain("secret");
  }

  @Test
  void brokenStoredDataIsAFault() {
    assertThatThrownBy(() -> strict.readOwn("{")).isInstanceOf(IllegalStateException.class);
  }

  private static Cause cause(JsonReading reading) {
    return ((Unreadable) reading).cause();
  }
}
