package dev.baton.survey.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.Reference;
import dev.baton.survey.core.values.Values;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final Location TITLE = Location.inForm("/fields/0/title", "q1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Hello ¦ Hello",
        "Hello {{field:name}}! ¦ Hello Ana!",
        "{{field:name}} ¦ Ana",
        "{{ hidden : age_group }} ¦ 25-34",
        "{{hidden:age\\_group}} ¦ 25-34",
        "{{var:score}} points ¦ 7 points",
        "{{hidden:level}}/{{hidden:score}}/{{hidden:ok}} ¦ 6/82.50/false",
        "{{hidden:id}} ¦ 4567890123456789",
        "{{hidden:seed}}:{{hidden:seed_5}} ¦ 3382297316:2",
        "{{field:age}} ¦ 42",
        "{{field:consent}} ¦ Yes",
        "{{hidden:object}}{{hidden:list}} ¦ {\"a\":1}[1]",
        "{{hidden:tricky}} ¦ {{hidden:id}}",
        "{{{field:name}}} ¦ {Ana}",
        "{ {field:name}} ¦ { {field:name}}",
        "}} {{field:name}} {{field:name}} ¦ }} Ana Ana",
        "a{b}c ¦ a{b}c",
        "{{field:phone}} ¦ 0151 23456789",
        "{{field:phone|e164}} ¦ +4915123456789",
        "{{ field:phone | e164 }} ¦ +4915123456789",
        "{{field:name|e164}} ¦ Ana",
        "{{hidden:level|e164}} ¦ 6",
      })
  void placeholdersAreFilledIn(String text, String rendered) {
    Missing missing = new Missing();

    assertThat(template(text).render(Participants.ana(), missing)).isEqualTo(rendered);
    assertThat(missing.count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "level {{hidden:e_handover_level}}. ¦ level . ¦ 1",
        "{{hidden:nothing}}{{field:unanswered}}{{var:unset}}x ¦ x ¦ 3",
        "{{hidden:empty}}x ¦ x ¦ 0",
        "{{hidden:gone|e164}}x ¦ x ¦ 1",
        "https://a.b/{{hidden:gone}} ¦ https://a.b/ ¦ 1",
      })
  void missingValuesAreEmptyAndCounted(String text, String rendered, int count) {
    Missing missing = new Missing();

    assertThat(template(text).render(Participants.ana(), missing)).isEqualTo(rendered);
    assertThat(missing.count()).isEqualTo(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "https://x.y/{{hidden:query}} ¦ https://x.y/a%20b%26c%3D%C3%A9%2F%3F%23~-_.%F0%9F%98%80",
        "HTTP://x.y/?a={{field:name}}&q={{hidden:query}} {{hidden:query}}"
            + " ¦ HTTP://x.y/?a=Ana&q=a%20b%26c%3D%C3%A9%2F%3F%23~-_.%F0%9F%98%80 a b&c=\u00e9/?#~-_.\ud83d\ude00",
        "see http://x.y/ {{hidden:query}} ¦ see http://x.y/ a b&c=\u00e9/?#~-_.\ud83d\ude00",
        "http:/x.y/{{hidden:query}} ¦ http:/x.y/a b&c=\u00e9/?#~-_.\ud83d\ude00",
        "(https://{{hidden:query}}) ¦ (https://a%20b%26c%3D%C3%A9%2F%3F%23~-_.%F0%9F%98%80)",
        "https:{{field:name}}//{{hidden:query}} ¦ https:Ana//a b&c=\u00e9/?#~-_.\ud83d\ude00",
        "x https://a{{field:name}} b https://c{{hidden:age_group}} ¦ x https://aAna b https://c25-34",
      })
  void valuesInUrlsArePercentEncoded(String text, String rendered) {
    assertThat(template(text).render(Participants.ana(), new Missing())).isEqualTo(rendered);
  }

  @Test
  void onlyUnreservedCharactersStayInAUrl() {
    Values values =
        new Values("1", 0, Map.of("h", Json.of("azAZ09\u0060{@[/: azAZ09")), Map.of(), Map.of());

    assertThat(template("https://x/{{hidden:h}}").render(values, new Missing()))
        .isEqualTo("https://x/azAZ09%60%7B%40%5B%2F%3A%20azAZ09");
  }

  @Test
  void lettersThatGrowInLowerCaseDoNotHideAUrl() {
    assertThat(
            template("\u0130\u0130https://a/{{hidden:query}}")
                .render(Participants.ana(), new Missing()))
        .isEqualTo("\u0130\u0130https://a/a%20b%26c%3D%C3%A9%2F%3F%23~-_.%F0%9F%98%80");
  }

  @Test
  void aUrlEndsAtALineBreakToo() {
    assertThat(template("https://a\n{{hidden:query}}").render(Participants.ana(), new Missing()))
        .isEqualTo("https://a\na b&c=\u00e9/?#~-_.\ud83d\ude00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{",
        "x {{hidden:a",
        "{{hidden:a}",
        "{{hidden:a} }",
        "{{hidden:a\n}}",
        "{{hidden:a\r}}",
        "{{hidden:{{hidden:b}}",
      })
  void unclosedPlaceholdersAreReported(String text) {
    Parsed<Template> parsed = Template.parse(text, TITLE);

    assertThat(parsed.value()).isNull();
    assertThat(parsed.problems())
        .first()
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo("bad-placeholder");
          assertThat(problem.error()).isTrue();
          assertThat(problem.path()).isEqualTo("/fields/0/title");
          assertThat(problem.fact()).startsWith("'{{").endsWith("' is not closed");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}}",
        "{{ }}",
        "{{name}}",
        "{{hidden}}",
        "{{hidden:}}",
        "{{hidden: }}",
        "{{:a}}",
        "{{answer:a}}",
        "{{Hidden:a}}",
        "{{|e164}}",
      })
  void placeholdersThatNameNothingAreReported(String text) {
    assertThat(Template.parse(text, TITLE).problems())
        .containsExactly(
            new Problem(
                "bad-placeholder",
                true,
                "/fields/0/title",
                "q1",
                "'" + text + "' names no value",
                "Write {{hidden:key}}, {{field:ref}} or {{var:name}}."));
  }

  @ParameterizedTest
  @CsvSource({
    "'{{hidden:a|upper}}', upper",
    "'{{hidden:a|e164|e164}}', e164|e164",
    "'{{hidden:a|}}', ''"
  })
  void unknownPipesAreReported(String text, String pipe) {
    assertThat(Template.parse(text, TITLE).problems())
        .containsExactly(
            new Problem(
                "unknown-pipe",
                true,
                "/fields/0/title",
                "q1",
                "'" + pipe + "' in '" + text + "' is no pipe",
                "Write |e164 or leave it out."));
  }

  @Test
  void allProblemsOfATextAreReported() {
    assertThat(Template.parse("{{a}} {{hidden:b|c}} {{hidden:d}} {{", TITLE).problems())
        .extracting(Problem::code)
        .containsExactly("bad-placeholder", "unknown-pipe", "bad-placeholder");
  }

  @Test
  void longUnclosedTextsAreQuotedInPart() {
    assertThat(Template.parse("{{" + "x".repeat(38), TITLE).problems().getFirst().fact())
        .isEqualTo("'{{" + "x".repeat(38) + "' is not closed");
    assertThat(Template.parse("{{" + "x".repeat(39), TITLE).problems().getFirst().fact())
        .isEqualTo("'{{" + "x".repeat(38) + "\u2026' is not closed");
  }

  @Test
  void aTemplateKnowsWhatItNames() {
    Template template = template("a{{hidden:x}}bc{{field:y|e164}}{{var:z}}{{hidden:x}}");

    assertThat(template.references())
        .containsExactly(
            new Reference.Hidden("x"), new Reference.Field("y"), new Reference.Variable("z"));
    assertThat(template.isConstant()).isFalse();
    assertThat(template.fixedLength()).isEqualTo(3);
    assertThat(template.source()).isEqualTo("a{{hidden:x}}bc{{field:y|e164}}{{var:z}}{{hidden:x}}");
  }

  @Test
  void aConstantIsNotSearched() {
    Template constant = Template.constant("{{hidden:id}}");

    assertThat(constant.render(Participants.ana(), new Missing())).isEqualTo("{{hidden:id}}");
    assertThat(constant.isConstant()).isTrue();
    assertThat(constant.references()).isEmpty();
    assertThat(constant.fixedLength()).isEqualTo(13);
  }

  private static Template template(String text) {
    return Objects.requireNonNull(Template.parse(text, TITLE).value());
  }
}
