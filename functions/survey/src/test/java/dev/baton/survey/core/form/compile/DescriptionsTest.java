package dev.baton.survey.core.form.compile;

import static dev.baton.survey.core.form.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Missing;
import dev.baton.survey.core.values.Values;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n ",
        "Just a hint for people.",
        "See [our page](https://example.org), it helps.",
        "- a list\n- of things",
        "5",
        "Note: this: is prose",
        "https://example.org/a: b: c",
        "[a, b]",
        "Read this {carefully: [",
      })
  void textForPeopleIsNoConfiguration(String text) {
    CompiledForm checked = Forms.check(form().ask("a").description(text).build());

    assertThat(checked.findings()).isEmpty();
    assertThat(only(checked).description()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\": \"wait\"",
        "type: a: b",
        "  wait: [",
        "\"type\": x: y",
        "'type' : x: y",
        "keepMoving:\n\ttrue",
        "{",
      })
  void brokenConfigurationIsRefused(String text) {
    CompiledForm checked = Forms.check(form().ask("a").description(text).build());

    assertThat(checked.form()).isNull();
    assertThat(checked.findings())
        .extracting(Finding::code)
        .containsExactly("description-unparsable");
  }

  @Test
  void valuesAreInsertedAfterParsing() {
    Field field =
        only(
            form()
                .ask("a")
                .description("note: \"{{hidden:x}}\"\nother: {{hidden:x}}\nwords: a {{hidden:x}} b")
                .member("hidden", "[\"x\"]"));

    assertThat(rendered(field, Json.of("}, type: stitch # ")))
        .isEqualTo(
            "{\"note\":\"}, type: stitch # \",\"other\":\"}, type: stitch # \","
                + "\"words\":\"a }, type: stitch #  b\"}");
    assertThat(rendered(field, Json.of(6)))
        .isEqualTo("{\"note\":\"6\",\"other\":6,\"words\":\"a 6 b\"}");
  }

  @Test
  void escapedUnderscoresAreUnderscores() {
    Field field = only(form().say("a", "my\\_note: snake\\_case").ask("q"));

    assertThat(rendered(field, Json.of(""))).isEqualTo("{\"my_note\":\"snake_case\"}");
    assertThat(only(form().field("a", "short_text", "snake\\_case")).title().source())
        .isEqualTo("snake_case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "note: see [here](https://a.example) and [there](https://b.example)"
            + "|{\"note\":\"see https://a.example and [there](https://b.example)\"}",
        "note: [here](https://a.example/x)|{\"note\":\"https://a.example/x\"}",
        "{note: [here](https://a.example/x), b: 1}|{\"note\":\"https://a.example/x\",\"b\":1}",
        "note: [here](https://a.example/{{hidden:x}})|{\"note\":\"https://a.example/v%20w\"}",
      })
  void theFirstLinkOfATextIsItsAddress(String description, String expected) {
    Field field = only(form().ask("a").description(description).member("hidden", "[\"x\"]"));

    assertThat(rendered(field, Json.of("v w"))).isEqualTo(expected);
  }

  @Test
  void aTypeInTheDescriptionReplacesTheTypeOfTheField() {
    assertThat(only(form().say("a", "type: number")).type()).isEqualTo(FieldType.NUMBER);
    assertThat(only(form().ask("a").description("type: ~")).type()).isEqualTo(FieldType.SHORT_TEXT);
  }

  @Test
  void aHandoffInNestedLayoutNeedsNoType() {
    assertThat(only(form().say("a", "handoff: {target_app_id: 1}")).type())
        .isEqualTo(FieldType.HANDOFF);
    assertThat(only(form().say("a", "handoff: soon")).type()).isEqualTo(FieldType.STATEMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: handof|'handof'|Write 'handoff'.",
        "type: {{hidden:x}}|'{{hidden:x}}'|Write",
        "type: {a: 1}|'{\"a\":1}'|Write",
        "type: 5|'5'|Write",
      })
  void aTypeThatIsNoneIsRefused(String description, String quoted, String suggestion) {
    CompiledForm checked =
        Forms.check(form().say("a", description).member("hidden", "[\"x\"]").build());

    Finding finding = checked.findings().getFirst();
    assertThat(finding.code()).isEqualTo("unsupported-type");
    assertThat(finding.path()).isEqualTo("/fields/0/properties/description");
    assertThat(finding.message()).contains("type " + quoted + " cannot");
    assertThat(finding.suggestion()).startsWith(suggestion);
  }

  private static String rendered(Field field, Json hidden) {
    @Nullable JsonTemplate description = field.description();
    assertThat(description).isNotNull();
    Values values = new Values("u", 0, Map.of("x", hidden), Map.of(), Map.of());
    return description == null ? "" : description.render(values, new Missing()).write();
  }

  private static Field only(FormText text) {
    return Forms.compile(text).first();
  }

  private static Field only(CompiledForm checked) {
    assertThat(checked.form()).isNotNull();
    return Objects.requireNonNull(checked.form()).first();
  }
}
