package dev.baton.survey.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.compile.DescriptionParser.Described;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDescriptionsTest {
  private final YamlDescriptions descriptions = new YamlDescriptions();

  @Test
  void yamlBecomesJson() {
    String text =
        """
        type: handoff
        target_app_id: 123456789
        timeout_minutes: 30
        metadata:
          languages_offered: ["english", "spanish"]
          nothing: ~
        """;

    assertThat(read(text).write())
        .isEqualTo(
            """
            {"type":"handoff","target_app_id":123456789,"timeout_minutes":30,\
            "metadata":{"languages_offered":["english","spanish"],"nothing":null}}\
            """);
  }

  @Test
  void jsonIsYaml() {
    String text =
        "{\n\t\"type\": \"wait\",\n\t\"wait\": {\"op\": \"or\", \"vars\": [1.50, -2e3, true, null]},"
            + " \"text\": \"a\\/b \\u00e9 \\ud83d\\ude00\"}";

    assertThat(read(text).write())
        .isEqualTo(
            "{\"type\":\"wait\",\"wait\":{\"op\":\"or\",\"vars\":[1.50,-2e3,true,null]},"
                + "\"text\":\"a/b é 😀\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "yes, '\"yes\"'",
    "No, '\"No\"'",
    "on, '\"on\"'",
    "True, true",
    "FALSE, false",
    "Null, null",
    "2026-01-01, '\"2026-01-01\"'",
    "12:30, '\"12:30\"'",
    "1_000, '\"1_000\"'",
    "12345678901234567890, 12345678901234567890",
    "6.0, 6.0",
    ".inf, '\".inf\"'",
    ".NaN, '\".NaN\"'",
    "'\"5\"', '\"5\"'",
    "!!str 5, '\"5\"'",
    "! 5, '\"5\"'",
    "!!int 5, 5",
    "!!bool true, true",
    "!!null ~, null",
  })
  void scalarsFollowTheCoreSchema(String scalar, String json) {
    assertThat(read("value: " + scalar).write()).isEqualTo("{\"value\":" + json + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "0123, 123",
    "+5, 5",
    "00, 0",
    "-007, -7",
    ".5, 0.5",
    "5., 5",
    "-.5, -0.5",
    "+1.5e3, 1.5e3",
    "0x1F, 31",
    "0o17, 15",
    "5.e2, 5e2",
    "01.50, 1.50",
  })
  void numbersThatJsonWritesOtherwiseAreReported(String written, String literal) {
    Described described = descriptions.parse("a/b: [x, " + written + "]");

    assertThat(described)
        .isInstanceOfSatisfying(
            Described.Read.class,
            read -> {
              assertThat(read.value().write()).isEqualTo("{\"a/b\":[\"x\"," + literal + "]}");
              assertThat(read.rewritten()).isEqualTo(Map.of("/a~1b/1", written));
            });
  }

  @Test
  void aHugeNumberIsText() {
    String digits = "9".repeat(500);

    assertThat(read("n: " + digits).write()).isEqualTo("{\"n\":\"" + digits + "\"}");
  }

  @Test
  void emptyTextIsNull() {
    assertThat(read("").write()).isEqualTo("null");
    assertThat(read("# only a remark").write()).isEqualTo("null");
  }

  @Test
  void aliasesStandForWhatTheyName() {
    assertThat(read("a: &x {k: 1}\nb: *x\nc: &y [1, 2]\nd: *y\ne: &z 5\nf: *z").write())
        .isEqualTo("{\"a\":{\"k\":1},\"b\":{\"k\":1},\"c\":[1,2],\"d\":[1,2],\"e\":5,\"f\":5}");
  }

  @Test
  void aliasesCannotGrowWithoutBound() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 10; level++) {
      String before = "*a" + (level - 1);
      text.append("a%d: &a%d [%s]\n".formatted(level, level, (before + ", ").repeat(9) + before));
    }

    assertThat(reason(text.toString())).contains("more than 5000 values");
  }

  @Test
  void anAliasInsideItselfIsRefused() {
    assertThat(reason("a: &a [*a]")).contains("stands for nothing before it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"handoff\"",
        "a: b: c",
        "a: [1, 2",
        "\ttype: x",
        "a: 1\na: 2",
        "--- a\n--- b",
        "? [a]\n: b",
        "a: !!int x",
        "a: !!binary aGk=",
        "a: !own x",
        "a: \u0001",
        "%YAML 9.9\n---\na: 1",
        "a: *unknown",
        "}",
        "@",
        "\uD800: x",
      })
  void brokenTextHasAReason(String text) {
    assertThat(reason(text)).isNotBlank().doesNotContain("Exception");
  }

  @Test
  void theReasonNamesThePlace() {
    assertThat(reason("type: wait\nwait: a: b")).startsWith("line 2, column 8: ");
  }

  @Test
  void aDuplicateKeyIsNamed() {
    assertThat(reason("wait: 1\nwait: 2")).isEqualTo("'wait' is given twice");
  }

  @Test
  void nestingIsBounded() {
    assertThat(read("[".repeat(32) + "]".repeat(32))).isNotNull();
    assertThat(reason("[".repeat(34) + "]".repeat(34))).contains("deeper than 32");
    assertThat(reason("- ".repeat(20_000))).contains("deeper than 32");
    assertThat(reason("{a: ".repeat(10_000))).contains("deeper than 32");
  }

  @Test
  void lengthIsBounded() {
    assertThat(read("a: " + "x".repeat(65_533))).isNotNull();
    assertThat(reason("a: " + "x".repeat(65_534))).contains("65536");
  }

  private Json read(String text) {
    return switch (descriptions.parse(text)) {
      case Described.Read(Json value, Map<String, String> rewritten) -> value;
      case Described.Unreadable(String reason) -> throw new AssertionError(reason);
    };
  }

  private String reason(String text) {
    return switch (descriptions.parse(text)) {
      case Described.Read read -> throw new AssertionError("was read: " + read.value().write());
      case Described.Unreadable(String reason) -> reason;
    };
  }
}
