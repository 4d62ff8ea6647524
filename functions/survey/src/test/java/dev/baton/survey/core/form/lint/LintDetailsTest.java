package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.lint.Linting.codes;
import static dev.baton.survey.core.form.lint.Linting.findings;
import static dev.baton.survey.core.form.lint.Linting.hidden;
import static dev.baton.survey.core.form.lint.Linting.is;
import static dev.baton.survey.core.form.lint.Linting.messages;
import static dev.baton.survey.core.form.lint.Linting.suggestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values, settings and conditions, in more detail than one case of each code. */
class LintDetailsTest {
  private static final String HANDOFF = "type: handoff\ntarget_app_id: 1";
  private static final String WHEN = "\nwhen: {op: always, vars: []}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id",
        "form",
        "startTime",
        "pageid",
        "platform",
        "seed",
        "seed_2",
        "seed_5_1",
        "ad_id",
        "vt",
        "referrer",
        "e_play_done",
        "declared",
      })
  void hiddenValuesOfTheEngineAreKnown(String name) {
    assertThat(
            codes(
                form()
                    .field("a", "short_text", "{{hidden:" + name + "}}")
                    .member("hidden", "[\"declared\",5]")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "seed_, Declare it among the form's hidden fields.",
    "xseed_2, Declare it among the form's hidden fields.",
    "Id, Declare it among the form's hidden fields."
  })
  void otherHiddenValuesAreAskedFor(String name, String suggestion) {
    List<Finding> findings = findings(form().field("a", "short_text", "{{hidden:" + name + "}}"));

    assertThat(findings)
        .extracting(Finding::code, Finding::suggestion)
        .containsExactly(tuple("unknown-hidden", suggestion));
  }

  @Test
  void whatIsUsedIsLookedForWhereItIsWritten() {
    FormText text =
        form()
            .field("a", "short_text", "{{hidden:one}}")
            .description("note: \"{{hidden:two}}\"")
            .ask("b")
            .jump("a", "b", hidden("three"));

    assertThat(findings(text))
        .extracting(Finding::path, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("/fields/0/title", "unknown-hidden"),
            tuple("/fields/0/properties/description", "unknown-hidden"),
            tuple("/fields/0/properties/description", "unknown-key"),
            tuple("/logic/0", "unknown-hidden"));
  }

  @Test
  void anAnswerIsMissingWhereTheQuestionTakesNone() {
    assertThat(messages(form().say("a").field("b", "short_text", "{{field:a}}")))
        .containsExactly(
            "Question 2 'b': it uses the answer to 'a', a question that takes no answer.");
  }

  @Test
  void aQuestionKnowsItsOwnAnswerOnlyWhenItIsLeft() {
    assertThat(codes(form().ask("a").ask("b").jump("a", "b", is("a", "\"x\"")))).isEmpty();
    assertThat(codes(form().field("a", "short_text", "{{field:a}}")))
        .containsExactly("maybe-unanswered");
    assertThat(codes(form().ask("a").field("b", "short_text", "{{field:c}}").ask("c")))
        .containsExactly("maybe-unanswered");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "statement|keepMoving: true|",
        "short_text|keepMoving: true#wait: {type: timeout, value: 1h}|ignored-setting",
        "short_text|keepMoving: false#wait: {type: timeout, value: 1h}|",
        "statement|keepMoving: true#type: handoff#target_app_id: 1|ignored-setting",
        "thankyou_screen|keepMoving: true|ignored-setting",
        "thankyou_screen|wait: {type: timeout, value: 1h}|ignored-setting",
        "short_text|validate: {min: 1}|ignored-setting",
        "phone_number|validate: {country: DE}|",
        "statement|target_app_id: 5|ignored-setting",
        "share|keepMoving: true#url: https://example.org|",
        "statement|payment: {amount: 5}|unknown-key",
        "short_text|ref: x|unknown-key",
      })
  void keysWithoutEffectAreSaid(String type, String description, String code) {
    FormText text = form().field("a", type, "Well?").description(description.replace('#', '\n'));

    assertThat(codes(text)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void onlySlipsAreCorrected() {
    assertThat(suggestion(form().ask("a").description("keepmoving: true")))
        .isEqualTo("Write 'keepMoving'.");
    assertThat(suggestion(form().ask("a").description("payment: true"))).isEqualTo("Leave it out.");
  }

  @Test
  void picturesBesideAQuestionAreNotSent() {
    FormText text =
        form().ask("a").beside("attachment", "{\"type\":\"image\",\"href\":\"https://a.example\"}");

    assertThat(findings(text))
        .extracting(Finding::code, Finding::path)
        .containsExactly(tuple("ignored-setting", "/fields/0/attachment"));
  }

  @Test
  void engineNamesAreReservedForVariablesAndStitchValues() {
    FormText text =
        form()
            .ask("a")
            .action(
                "a",
                """
                {"action":"add","details":{"target":{"type":"variable","value":"e_x"},\
                "value":{"type":"constant","value":1}},"condition":{"op":"always","vars":[]}}\
                """)
            .say(
                "s",
                "type: stitch\nstitch: {form: \"{{hidden:id}}\", metadata: {pageid: 1, k: 2}}");

    assertThat(messages(text))
        .containsExactly(
            "Question 1 'a': variable 'e_x' has the name of a value that the engine sets.",
            "Question 2 's': stitch value 'pageid' has the name of a value that the engine sets.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "handoff_return|24h|beyond-window",
        "handoff_return|23h|",
        "user_message|2 days|beyond-window",
      })
  void theLongestTimeoutOfAWaitCounts(String type, String time, String code) {
    String wait =
        "wait: {op: or, vars: [{type: timeout, value: 1h}, {type: "
            + type
            + "}, {type: timeout, value: "
            + time
            + "}]}";

    assertThat(codes(form().say("h", HANDOFF + "\n" + wait + WHEN)))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void theGuardOfAnUnboundedWaitCountsAgainstTheWindow() {
    assertThat(
            codes(
                form().say("h", HANDOFF + "\ntimeout_minutes: 1381\nwait: {type: handoff_return}")))
        .containsExactly("handoff-wait-unbounded", "beyond-window");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "is|field|\"s\"|constant|4|never-true",
        "is|field|\"s\"|constant|3|",
        "is|constant|4|field|\"s\"|never-true",
        "greater_than|field|\"s\"|constant|3|never-true",
        "greater_than|field|\"s\"|constant|2|",
        "lower_than|constant|2|field|\"s\"|",
        "lower_than|field|\"s\"|constant|\"x\"|never-true",
        "is|field|\"s\"|constant|\"\"|",
        "is|field|\"o\"|constant|\"Other\"|",
        "is|field|\"t\"|constant|\"anything\"|",
        "is_not|field|\"s\"|constant|9|",
        "is|hidden|\"id\"|constant|9|",
        "greater_than|hidden|\"id\"|constant|\"x\"|never-true",
        "begins_with|field|\"s\"|constant|\"4\"|never-true",
      })
  void conditionsAreTriedWithEveryAnswer(
      String op, String leftType, String left, String rightType, String right, String code) {
    FormText text =
        form()
            .field("s", "opinion_scale", "How?")
            .property("steps", "3")
            .field("o", "multiple_choice", "Which?")
            .choices("A")
            .property("allow_other_choice", "true")
            .ask("t")
            .ask("end")
            .jump(
                "t",
                "end",
                """
                {"op":"and","vars":[{"op":"%s","vars":[{"type":"%s","value":%s},\
                {"type":"%s","value":%s}]}]}\
                """
                    .formatted(op, leftType, left, rightType, right));

    assertThat(codes(text)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void conditionsOfCalculationsAndHandoffsAreTriedToo() {
    String never = "{\"op\":\"or\",\"vars\":[{\"op\":\"or\",\"vars\":[]}]}";
    FormText text =
        form()
            .ask("a")
            .action(
                "a",
                """
                {"action":"add","details":{"target":{"type":"variable","value":"s"},\
                "value":{"type":"constant","value":1}},"condition":%s}\
                """
                    .formatted(never))
            .say("h", HANDOFF + "\nwhen: " + never)
            .say(
                "c",
                "type: handoff\nchain: [{target_app_id: 1}, {target_app_id: 2, when: "
                    + never
                    + "}]");

    assertThat(findings(text))
        .extracting(Finding::code, Finding::path)
        .containsExactly(
            tuple("never-true", "/logic/0"),
            tuple("never-true", "/fields/1/properties/description"),
            tuple("never-true", "/fields/2/properties/description"));
  }

  @Test
  void placeholdersLengthenTheMetadata() {
    String names = "\"{{hidden:id}}{{hidden:form}}{{hidden:seed}}\"";
    String fill = "x".repeat(700 - 15 - (names.length() - 2));

    assertThat(codes(form().say("h", HANDOFF + "\nmetadata: {a: " + names + ", b: " + fill + "}")))
        .isEmpty();
    assertThat(codes(form().say("h", HANDOFF + "\nmetadata: {a: " + names + ", b: " + fill + "x}")))
        .containsExactly("metadata-too-long");
  }
}
