package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.lint.LintCase.error;
import static dev.baton.survey.core.form.lint.LintCase.warning;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import java.util.stream.Stream;

/** Cases about jumps, conditions, calculations and the paths through a form. */
final class LogicCases {
  private static final String HANDOFF = "type: handoff\ntarget_app_id: 123";

  private LogicCases() {}

  static Stream<LintCase> all() {
    return Stream.of(names(), conditions(), paths(), turns(), values()).flatMap(cases -> cases);
  }

  private static Stream<LintCase> names() {
    return Stream.of(
        error(
            "dead-jump",
            form().ask("first").ask("second").jump("first", "secnd"),
            form().ask("first").ask("second").jump("first", "second"),
            "/logic/0/actions/0/details/to",
            "Question 1 'first': jump target 'secnd' does not exist."),
        error(
            "dead-ref",
            form().ask("first").field("b", "short_text", "Hi {{field:firts}}"),
            form().ask("first").field("b", "short_text", "Hi {{field:first}}"),
            "/fields/1/title",
            "Question 2 'b': 'firts' is no question."),
        error(
            "dead-choice",
            comparison("is", "field", "\"pick\"", "choice", "\"C-ref\""),
            comparison("is", "field", "\"pick\"", "choice", "\"B-ref\""),
            "/logic/0/actions/0/condition/vars/1",
            "Question 1 'pick': 'C-ref' is no choice of its field."),
        error(
            "unknown-operator",
            comparison("resembles", "field", "\"pick\"", "constant", "\"A\""),
            comparison("is", "field", "\"pick\"", "constant", "\"A\""),
            "/logic/0/actions/0/condition",
            "Question 1 'pick': 'resembles' is no operator."),
        error(
            "unknown-var",
            comparison("is", "field", "\"pick\"", "weather", "\"A\""),
            comparison("is", "field", "\"pick\"", "constant", "\"A\""),
            "/logic/0/actions/0/condition/vars/1",
            "Question 1 'pick': 'weather' is no kind of value."),
        error(
            "bad-arity",
            form()
                .ask("a")
                .ask("b")
                .jump("a", "b", "{\"op\":\"is\",\"vars\":[{\"type\":\"field\",\"value\":\"a\"}]}"),
            form().ask("a").ask("b").jump("a", "b", "{\"op\":\"and\",\"vars\":[]}"),
            "/logic/0/actions/0/condition",
            "Question 1 'a': 'is' compares 1 values."),
        error(
            "bad-calculation",
            form().ask("a").action("a", calculation("divide", "score", "0")),
            form().ask("a").action("a", calculation("divide", "score", "2")),
            "/logic/0/actions/0/details",
            "Question 1 'a': a calculation divides by 0."),
        warning(
            "logic-without-field",
            form().ask("a").jump("aa", "a"),
            form().ask("a").jump("a", "a"),
            "/logic/0",
            "Form: logic of 'aa', which is no question, has no effect."),
        warning(
            "reserved-name",
            form().ask("a").member("variables", "{\"seed\":1}"),
            form().ask("a").member("variables", "{\"seeds\":1}"),
            "/variables/seed",
            "Form: variable 'seed' has the name of a value that the engine sets."));
  }

  private static Stream<LintCase> conditions() {
    return Stream.of(
        warning(
            "type-mismatch",
            comparison("greater_than", "field", "\"pick\"", "constant", "5"),
            form()
                .field("pick", "opinion_scale", "How?")
                .ask("q")
                .jump("pick", "q", condition("greater_than", "field", "\"pick\"", "constant", "3")),
            "/logic/0",
            "Question 1 'pick': 'pick' has texts to choose from, which are in no order."),
        warning(
                "boolean-never-true",
                yesNo("true"),
                yesNo("\"Yes\""),
                "/logic/0",
                "Question 1 'ok': no answer to 'ok' is 'true' under compatibility fly.")
            .with(Forms.fly()),
        warning(
            "never-true",
            comparison("is", "field", "\"pick\"", "constant", "\"C\""),
            comparison("is_not", "field", "\"pick\"", "constant", "\"C\""),
            "/logic/0",
            "Question 1 'pick': no answer to 'pick' is 'C'."),
        warning(
            "never-true",
            yesNo("\"yes\""),
            yesNo("true"),
            "/logic/0",
            "Question 1 'ok': no answer to 'ok' is 'yes'."),
        warning(
            "never-true",
            form().ask("a").ask("b").jump("a", "b", "{\"op\":\"or\",\"vars\":[]}"),
            form().ask("a").ask("b").jump("a", "b", "{\"op\":\"and\",\"vars\":[]}"),
            "/logic/0",
            "Question 1 'a': 'or' without conditions is never true."));
  }

  private static Stream<LintCase> paths() {
    return Stream.of(
        warning(
            "unreachable-question",
            form().ask("a").ask("b").ask("c").jump("a", "c"),
            form().ask("a").ask("b").ask("c"),
            "/fields/1",
            "Question 2 'b': no path leads here."),
        warning(
            "maybe-unanswered",
            form()
                .ask("a")
                .ask("b")
                .field("c", "short_text", "{{field:b}}?")
                .jump("a", "c", condition("is", "field", "\"a\"", "constant", "\"x\"")),
            form().ask("a").ask("b").field("c", "short_text", "{{field:b}}?"),
            "/fields/2/title",
            "Question 3 'c': it uses the answer to 'b', which has no answer on every path here."),
        warning(
            "dead-end",
            form().field("a", "webview", "Look").description("url: https://example.org/").ask("q"),
            form()
                .field("a", "webview", "Look")
                .description("url: https://example.org/\nkeepMoving: true")
                .ask("q"),
            "/fields/0",
            "Question 1 'a': a webview takes no answer, so the survey stays here."));
  }

  private static Stream<LintCase> turns() {
    return Stream.of(
        error(
            "endless-statements",
            form().ask("a").say("b").say("c").jump("c", "b"),
            form().ask("a").say("b").say("c").jump("c", "a"),
            "/fields/1",
            "Question 2 'b': 'b', 'c' can follow each other for ever without a question or a wait."),
        error(
            "message-burst",
            statements(25),
            statements(24),
            "/fields/0",
            "Question 1 's0': up to 26 messages are sent at once from here."));
  }

  private static Stream<LintCase> values() {
    return Stream.of(
        warning(
            "unknown-hidden",
            form()
                .field("a", "short_text", "{{hidden:langauge}}?")
                .member("hidden", "[\"language\"]"),
            form()
                .field("a", "short_text", "{{hidden:language}} {{hidden:seed_4}}?")
                .member("hidden", "[\"language\"]"),
            "/fields/0/title",
            "Question 1 'a': hidden value 'langauge' has no known source."),
        warning(
            "handover-not-before",
            form().field("a", "short_text", "{{hidden:e_handover_x}}?").say("h", HANDOFF),
            form().say("h", HANDOFF).field("a", "short_text", "{{hidden:e_handover_x}}?"),
            "/fields/0/title",
            "Question 1 'a': hidden value 'e_handover_x' is used, but no handoff comes before."));
  }

  private static FormText statements(int count) {
    FormText form = form();
    for (int index = 0; index < count; index++) {
      form.say("s" + index);
    }
    return form.ask("end");
  }

  private static FormText yesNo(String constant) {
    return form()
        .field("ok", "yes_no", "OK?")
        .ask("q")
        .jump("ok", "q", condition("is", "field", "\"ok\"", "constant", constant));
  }

  private static FormText comparison(
      String op, String leftType, String left, String rightType, String right) {
    return form()
        .field("pick", "multiple_choice", "Which?")
        .choices("A", "B")
        .ask("q")
        .jump("pick", "q", condition(op, leftType, left, rightType, right));
  }

  private static String condition(
      String op, String leftType, String left, String rightType, String right) {
    return """
    {"op":"%s","vars":[{"type":"%s","value":%s},{"type":"%s","value":%s}]}\
    """
        .formatted(op, leftType, left, rightType, right);
  }

  private static String calculation(String action, String variable, String constant) {
    return """
    {"action":"%s","details":{"target":{"type":"variable","value":"%s"},\
    "value":{"type":"constant","value":%s}},"condition":{"op":"always","vars":[]}}\
    """
        .formatted(action, variable, constant);
  }
}
