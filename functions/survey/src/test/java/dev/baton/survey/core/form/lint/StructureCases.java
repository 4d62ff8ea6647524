package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.FormText.json;
import static dev.baton.survey.core.form.lint.LintCase.error;
import static dev.baton.survey.core.form.lint.LintCase.warning;

import dev.baton.survey.core.form.FormText;
import java.util.stream.Stream;

/** Cases about the form as a whole, its fields, texts and choices. */
final class StructureCases {
  private StructureCases() {}

  static Stream<LintCase> all() {
    return Stream.of(fields(), texts(), choices(), settings()).flatMap(cases -> cases);
  }

  private static Stream<LintCase> fields() {
    return Stream.of(
        error(
            "form-invalid",
            json("[]"),
            form().ask("a").build(),
            "",
            "Form: the form is no object."),
        error(
            "form-invalid",
            json("{\"fields\":[{\"type\":\"short_text\",\"title\":\"x\"}]}"),
            json("{\"fields\":[{\"type\":\"short_text\",\"title\":\"x\",\"id\":\"a\"}]}"),
            "/fields/0",
            "Form: an element of the fields has no ref."),
        error(
            "no-fields",
            json("{\"fields\":[]}"),
            form().ask("a").build(),
            "/fields",
            "Form: there is nothing to ask."),
        error(
            "duplicate-ref",
            form().ask("a").ask("a"),
            form().ask("a").ending("a", "Bye").ask("b"),
            "/fields/1/ref",
            "Question 2 'a': the ref 'a' belongs to an earlier question too."),
        error(
            "unsupported-type",
            form().ask("q").field("a", "matrix", "Which?"),
            form().ask("q").field("a", "long_text", "Which?"),
            "/fields/1/type",
            "Question 2 'a': a question of type 'matrix' cannot be asked in Messenger."),
        error(
            "description-unparsable",
            form().say("a", "type: wait\nwait: [").ask("q"),
            form().say("a", "Type it here: now [").ask("q"),
            "/fields/0/properties/description",
            "Question 1 'a': the description is neither YAML nor JSON (line 2, column 8: expected"
                + " the node content, but found '<stream end>')."));
  }

  private static Stream<LintCase> texts() {
    String long2000 = "x".repeat(2_000);
    return Stream.of(
        error(
            "empty-title",
            form().field("a", "short_text", " "),
            form()
                .field("a", "statement", " ")
                .description("type: attachment\nattachment: {url: https://example.org/a.png}"),
            "/fields/0/title",
            "Question 1 'a': the message has no text."),
        error(
            "text-too-long",
            form().field("a", "short_text", long2000 + "x"),
            form().field("a", "short_text", long2000),
            "/fields/0/title",
            "Question 1 'a': the text has 2001 characters, and a message takes 2000."),
        error(
            "bad-placeholder",
            form().ask("n").field("a", "short_text", "Hi {{field:n"),
            form().ask("n").field("a", "short_text", "Hi {{ field:n }}"),
            "/fields/1/title",
            "Question 2 'a': '{{field:n' is not closed."),
        error(
            "unknown-pipe",
            form().ask("n").field("a", "short_text", "Hi {{field:n|upper}}"),
            form().ask("n").field("a", "short_text", "Hi {{field:n|e164}}"),
            "/fields/1/title",
            "Question 2 'a': 'upper' in '{{field:n|upper}}' is no pipe."));
  }

  private static Stream<LintCase> choices() {
    String[] fourteen = "A B C D E F G H I J K L M N".split(" ");
    String[] thirteen = "A B C D E F G H I J K L M".split(" ");
    return Stream.of(
        error(
            "no-choices",
            form().field("a", "dropdown", "Which?"),
            form().field("a", "dropdown", "Which?").choices("One"),
            "/fields/0/properties",
            "Question 1 'a': it has nothing to choose from."),
        error(
            "too-many-choices",
            form().field("a", "dropdown", "Which?").choices(fourteen),
            form().field("a", "dropdown", "Which?").choices(thirteen),
            "/fields/0/properties/choices",
            "Question 1 'a': it has 14 buttons, and Messenger shows 13 at most."),
        warning(
            "choice-too-long",
            choice("123456789012345678901"),
            choice("12345678901234567890"),
            "/fields/0/properties/choices",
            "Question 1 'a': choice '123456789012345678901' has more than 20 characters, and the"
                + " rest is not shown."),
        warning(
            "choice-ambiguous",
            choice("Straße", " STRASSE"),
            choice("Strasse", "Strass"),
            "/fields/0/properties/choices",
            "Question 1 'a': choices 'Straße' and ' STRASSE' are the same when typed."),
        warning(
            "multiple-selection",
            choice("A", "B").property("allow_multiple_selection", "true"),
            choice("A", "B").property("allow_multiple_selection", "false"),
            "/fields/0/properties/allow_multiple_selection",
            "Question 1 'a': several choices are allowed, but one tap is the answer."),
        warning(
            "randomize-ignored",
            choice("A", "B").property("randomize", "true"),
            choice("A", "B").property("randomize", "false"),
            "/fields/0/properties/randomize",
            "Question 1 'a': choices are always shown in the order of the form."));
  }

  private static Stream<LintCase> settings() {
    return Stream.of(
        warning(
            "unknown-key",
            form().ask("a").description("keepmoving: true"),
            form().ask("a").description("keepMoving: true"),
            "/fields/0/properties/description",
            "Question 1 'a': 'keepmoving' has no effect."),
        warning(
            "ignored-setting",
            form().ask("a").beside("validations", "{\"required\":true,\"max_length\":5}"),
            form().ask("a").beside("validations", "{\"required\":true}"),
            "/fields/0/validations/max_length",
            "Question 1 'a': validation 'max_length' has no effect."),
        warning(
            "ignored-setting",
            form().ask("a").description("template: hello"),
            form().say("a", "type: utility_message\ntemplate: hello\nlanguage: en").choices("A"),
            "/fields/0/properties/description",
            "Question 1 'a': 'template' has no effect on a short_text."),
        warning(
            "welcome-ignored",
            form().ask("a").member("welcome_screens", "[{\"ref\":\"w\",\"title\":\"Hi\"}]"),
            form().ask("a").member("welcome_screens", "[]"),
            "/welcome_screens",
            "Form: welcome screens are not sent."));
  }

  private static FormText choice(String... labels) {
    return form().field("a", "multiple_choice", "Which?").choices(labels);
  }
}
