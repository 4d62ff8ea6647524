package dev.baton.survey.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parser between {@code protect} and {@code compile} is played by the tests. */
class PlaceholdersTest {
  private static final Location DESCRIPTION =
      Location.inDescription("/fields/0/properties/description", "q1");
  private static final String FIRST = "9000001000000";
  private static final String SECOND = "9000001000001";

  @Test
  void placeholdersBecomeTokensOfDigits() {
    Placeholders placeholders =
        Placeholders.protect("timeout: {{hidden:t}}\nid: \"{{hidden:id}}\"");

    assertThat(placeholders.text()).isEqualTo("timeout: " + FIRST + "\nid: \"" + SECOND + "\"");
  }

  @Test
  void anUnquotedPlaceholderKeepsTheTypeOfItsValue() {
    Placeholders placeholders = Placeholders.protect("{\"a\":{{hidden:score}}}");
    JsonObject parsed = JsonObject.builder().put("a", new JsonNumber(FIRST)).build();

    JsonTemplate template = compiled(placeholders, parsed);

    assertThat(placeholders.text()).isEqualTo("{\"a\":" + FIRST + "}");
    assertThat(render(template)).isEqualTo("{\"a\":82.50}");
  }

  @Test
  void aQuotedPlaceholderIsText() {
    Placeholders placeholders = Placeholders.protect("{\"a\":\"{{hidden:score}}\"}");
    JsonObject parsed = JsonObject.builder().put("a", FIRST).build();

    assertThat(render(compiled(placeholders, parsed))).isEqualTo("{\"a\":\"82.50\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "{{hidden:level}} ¦ 6",
        "{{hidden:ok}} ¦ false",
        "{{hidden:age_group}} ¦ \"25-34\"",
        "{{field:age}} ¦ 42",
        "{{field:consent}} ¦ \"Yes\"",
        "{{hidden:gone}} ¦ \"\"",
        "{{hidden:nothing}} ¦ \"\"",
        "{{field:phone|e164}} ¦ \"+4915123456789\"",
        "{{hidden:object}} ¦ {\"a\":1}",
      })
  void everyTypeIsKept(String raw, String rendered) {
    Placeholders placeholders = Placeholders.protect(raw);

    assertThat(render(compiled(placeholders, new JsonNumber(placeholders.text()))))
        .isEqualTo(rendered);
  }

  @Test
  void digitsBesideAnUnquotedPlaceholderMakeText() {
    Placeholders placeholders = Placeholders.protect("1{{hidden:level}}");
    Placeholders two = Placeholders.protect("{{hidden:level}}{{hidden:level}}");

    assertThat(render(compiled(placeholders, new JsonNumber("1" + FIRST)))).isEqualTo("\"16\"");
    assertThat(render(compiled(two, new JsonNumber(FIRST + SECOND)))).isEqualTo("\"66\"");
  }

  @Test
  void textsAroundPlaceholdersStay() {
    Placeholders placeholders = Placeholders.protect("\"a {{field:name}} b {{hidden:level}}.\"");

    JsonTemplate template =
        compiled(placeholders, new JsonText("a " + FIRST + " b " + SECOND + "."));

    assertThat(render(template)).isEqualTo("\"a Ana b 6.\"");
    assertThat(template.source()).isEqualTo(new JsonText("a {{field:name}} b {{hidden:level}}."));
  }

  @Test
  void numbersOfTheAuthorAreNeverTokens() {
    String raw = "a: 9000001000000\nb: {{hidden:level}}";
    Placeholders placeholders = Placeholders.protect(raw);
    JsonObject parsed =
        JsonObject.builder()
            .put("a", new JsonNumber("9000001000000"))
            .put("b", new JsonNumber("9000002000000"))
            .put("c", new JsonNumber("12"))
            .build();

    assertThat(placeholders.text()).isEqualTo("a: 9000001000000\nb: 9000002000000");
    assertThat(render(compiled(placeholders, parsed)))
        .isEqualTo("{\"a\":9000001000000,\"b\":6,\"c\":12}");
  }

  @Test
  void aPrefixNeverOverlapsItself() {
    StringBuilder raw = new StringBuilder();
    for (int number = 9_000_001; number < 9_000_009; number++) {
      raw.append(number).append(' ');
    }

    assertThat(Placeholders.protect(raw + "{{hidden:a}}").text()).endsWith(" 9000010000000");
  }

  @Test
  void anEscapeSequenceThatSpellsATokenIsNone() {
    Placeholders placeholders = Placeholders.protect("{{hidden:level}}");

    for (String text :
        new String[] {
          "9000001", "900000100000", "9000001000001", "9000001x00000", "90000019000001"
        }) {
      assertThat(render(compiled(placeholders, new JsonText(text)))).isEqualTo("\"" + text + "\"");
      assertThat(compiled(placeholders, new JsonNumber(text)).isConstant()).isTrue();
    }
    assertThat(render(compiled(placeholders, new JsonText("9000001" + FIRST))))
        .isEqualTo("\"90000016\"");
  }

  @Test
  void underscoresAreUnescaped() {
    assertThat(Placeholders.protect("target\\_app\\_id: 1").text()).isEqualTo("target_app_id: 1");
  }

  @Test
  void unclosedPlaceholdersReachTheParserAndAreReportedAfterIt() {
    Placeholders placeholders = Placeholders.protect("a: x {{hidden:a");
    Parsed<JsonTemplate> parsed = placeholders.compile(Json.of("x {{hidden:a"), DESCRIPTION);

    assertThat(placeholders.text()).isEqualTo("a: x {{hidden:a");
    assertThat(parsed.value()).isNull();
    assertThat(parsed.problems()).extracting(Problem::code).containsExactly("bad-placeholder");
    assertThat(parsed.problems().getFirst().path()).isEqualTo("/fields/0/properties/description");
  }

  @Test
  void aPlaceholderBehindAnUnclosedOneIsHidden() {
    assertThat(Placeholders.protect("a: {{x\nb: {{hidden:b}}").text())
        .isEqualTo("a: {{x\nb: " + FIRST);
  }

  @Test
  void badPlaceholdersAreReportedWhetherQuotedOrNot() {
    Placeholders placeholders = Placeholders.protect("{{bad}} {{hidden:a|b}}");
    Json parsed = JsonArray.of(new JsonNumber(FIRST), new JsonText(SECOND));

    Parsed<JsonTemplate> compiled = placeholders.compile(parsed, DESCRIPTION);

    assertThat(compiled.value()).isNull();
    assertThat(compiled.problems())
        .extracting(Problem::code)
        .containsExactly("bad-placeholder", "unknown-pipe");
  }

  @Test
  void namesAreNeverInterpolated() {
    Placeholders placeholders = Placeholders.protect("{{hidden:id}}: 1");
    JsonObject parsed = JsonObject.builder().put(FIRST, 1).build();

    assertThat(render(compiled(placeholders, parsed))).isEqualTo("{\"{{hidden:id}}\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "[https://a.b](https://a.b) ¦ https://a.b",
        "see [x](https://a.b/c) and [y](https://d.e) ¦ see https://a.b/c and [y](https://d.e)",
        "[a] [b](https://c.d) ¦ [a] https://c.d",
        "[a](b c) [d](e) ¦ [a](b c) e",
        "[a]() [d](e) ¦ [a]() e",
        "[a](b ¦ [a](b",
        "](x) [d](e) ¦ ](x) e",
        "[x](a)b) ¦ ab)",
        "plain ¦ plain",
      })
  void ofALinkOnlyTheUrlStays(String text, String unwrapped) {
    Placeholders placeholders = Placeholders.protect("");

    assertThat(compiled(placeholders, new JsonText(text)).source())
        .isEqualTo(new JsonText(unwrapped));
  }

  @Test
  void aLinkMayHoldPlaceholders() {
    Placeholders placeholders =
        Placeholders.protect("\"[https://a.b?x={{hidden:query}}](https://a.b?x={{field:name}})\"");
    Json parsed = Json.of("[https://a.b?x=" + FIRST + "](https://a.b?x=" + SECOND + ")");

    assertThat(render(compiled(placeholders, parsed))).isEqualTo("\"https://a.b?x=Ana\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "url: [https://a.b](https://c.d) ¦ url: https://c.d",
        "- [https://a.b](https://c.d) ¦ - https://c.d",
        "url: \"[https://a.b](https://c.d)\" ¦ url: \"[https://a.b](https://c.d)\"",
        "url: see [a](https://c.d) ¦ url: see [a](https://c.d)",
        "url:[a](https://c.d) ¦ url:[a](https://c.d)",
        "list: [a, b] ¦ list: [a, b]",
        "[a](https://c.d) ¦ [a](https://c.d)",
      })
  void aLinkThatYamlCannotReadIsUnwrappedBefore(String raw, String text) {
    assertThat(Placeholders.protect(raw).text()).isEqualTo(text);
  }

  @Test
  void everyLineIsUnwrappedByItself() {
    assertThat(Placeholders.protect("type: webview\nurl: [a](b)\nother: [c](d)\nlast").text())
        .isEqualTo("type: webview\nurl: b\nother: d\nlast");
  }

  @Test
  void theRestOfJsonStaysAsItIs() {
    Json parsed =
        JsonObject.builder()
            .put("t", true)
            .put("n", JsonNull.NULL)
            .put("l", JsonArray.of(Json.of(1), Json.of("x")))
            .put("d", 1)
            .put("d", 2)
            .build();

    JsonTemplate template = compiled(Placeholders.protect("{{hidden:a}}"), parsed);

    assertThat(template).isEqualTo(JsonTemplate.constant(parsed));
    assertThat(template.render(Participants.ana(), new Missing())).isEqualTo(parsed);
    assertThat(template.source()).isEqualTo(parsed);
  }

  private static JsonTemplate compiled(Placeholders placeholders, Json parsed) {
    return Objects.requireNonNull(placeholders.compile(parsed, DESCRIPTION).value());
  }

  private static String render(JsonTemplate template) {
    return template.render(Participants.ana(), new Missing()).write();
  }
}
