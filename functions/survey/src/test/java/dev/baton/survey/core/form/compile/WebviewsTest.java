package dev.baton.survey.core.form.compile;

import static dev.baton.survey.core.form.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.forms.YamlDescriptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Websites, attachments and templates as their authors may get them wrong. */
class WebviewsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "webview|url: example.org|bad-webview|url 'example.org' is no web address",
        "webview|url: ftp://example.org|bad-webview|url 'ftp://example.org' is no web address",
        "webview|url: https://|bad-webview|url 'https://' is no web address",
        "webview|url: [https://a.example]|bad-webview|url '[\"https://a.example\"]' is no web address",
        "webview|url: {params: {a: 1}}|bad-webview|url '{\"params\":{\"a\":1}}' has no base",
        "webview|url: {base: \" \"}|bad-webview|url '{\"base\":\" \"}' has no base",
        "webview|url: {base: [1]}|bad-webview|url '{\"base\":[1]}' has no base",
        "webview|url: {base: {a: 1}}|bad-webview|url '{\"base\":{\"a\":1}}' has no base",
        "webview|url: {base: 5}|bad-webview|url '{\"base\":5}' has no base",
        "webview|url: {base: a.example, params: {p: [1]}}|bad-webview|url parameter 'p' is no text",
        "attachment|attachment: {type: icon, url: https://a.example}|bad-attachment|attachment type 'icon' is not known",
        "attachment|attachment: {type: [image], url: https://a.example}|bad-attachment|attachment type '[\"image\"]' is not known",
        "attachment|attachment: https://a.example|bad-attachment|the attachment has no source",
        "utility_message|language: en|bad-utility|the utility message names no template",
        "utility_message|{template: \" \", language: en}|bad-utility|the utility message names no template",
        "utility_message|{template: t, language: en, params: [{a: 1}]}|bad-utility|params holds '{\"a\":1}', which is no text",
        "stitch|stitch: {form: \" \"}|stitch-missing|the stitch names no form",
        "stitch|stitch: KNOWN|stitch-missing|the stitch names no form",
        "stitch|stitch: {form: KNOWN, metadata: 5}|ignored-setting|stitch.metadata '5' is no object and has no effect",
      })
  void whatIsMissingIsSaid(String type, String description, String code, String fact) {
    FormText text =
        form().field("a", type, "Look").description(description).choices("One").ask("q");

    assertThat(Forms.check(text.build()).findings())
        .filteredOn(finding -> !finding.code().equals("dead-end"))
        .filteredOn(finding -> !finding.code().equals("unreachable-question"))
        .extracting(Finding::code, Finding::message)
        .containsExactly(tuple(code, "Question 1 'a': " + fact + "."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "url: \"{{hidden:id}}\"",
        "url: {{hidden:id}}",
        "url: http://a",
        "url: {base: {{hidden:id}}}",
        "url: {base: \"a.example/{{hidden:id}}\"}",
      })
  void addressesMayBeInserted(String description) {
    Field field =
        Forms.compile(form().field("a", "webview", "Look").description(description)).first();

    assertThat(field.isMessageOnly()).isTrue();
  }

  @Test
  void tooManyButtonsOfATemplateAreRefused() {
    FormText text =
        form()
            .say("a", "{type: utility_message, template: t, language: en}")
            .choices("A B C D E F G H I J K L M N".split(" "));

    assertThat(Forms.check(text.build()).findings())
        .extracting(Finding::code)
        .containsExactly("too-many-choices");
  }

  @Test
  void whatIsRefusedDoesNotCompile() {
    FormText text = form().field("a", "webview", "Look").ask("b").ask("b");
    CompiledForm compiled =
        new FormCompiler(new YamlDescriptions())
            .compile(new FormSource("X", 1, text.build(), null, FormOptions.DEFAULT));

    assertThat(compiled.form()).isNull();
    assertThat(compiled.hasErrors()).isTrue();
    assertThat(compiled.findings())
        .extracting(Finding::message)
        .containsExactly(
            "Question 1 'a': the website has no url.",
            "Question 3 'b': the ref 'b' belongs to an earlier question too.");
  }
}
