package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.lint.LintCase.error;
import static dev.baton.survey.core.form.lint.LintCase.warning;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import java.util.stream.Stream;

/** Cases about waits, handoffs and the field types that are written in descriptions. */
final class WaitingCases {
  private static final String PATH = "/fields/0/properties/description";

  private WaitingCases() {}

  static Stream<LintCase> all() {
    return Stream.of(grammar(), bounds(), targets(), settings(), types()).flatMap(cases -> cases);
  }

  private static Stream<LintCase> grammar() {
    return Stream.of(
        error(
            "wait-bad-duration",
            waiting("{type: timeout, value: 30 moons}"),
            waiting("{type: timeout, value: 30 minutes}"),
            PATH,
            "Question 1 'w': timeout '30 moons' is not a duration."),
        error(
            "wait-bad-operator",
            waiting("{op: xor, vars: [{type: timeout, value: 1h}]}"),
            waiting("{op: or, vars: [{type: timeout, value: 1h}]}"),
            PATH,
            "Question 1 'w': 'xor' combines no waits."),
        error(
            "wait-unknown-type",
            waiting("{type: sunset}"),
            waiting("{op: or, vars: [{type: user_message}, {type: timeout, value: 1h}]}"),
            PATH,
            "Question 1 'w': 'sunset' is no kind of wait."),
        error(
            "wait-empty",
            waiting("{op: or, vars: []}"),
            waiting("{op: or, vars: [{type: timeout, value: 1h}]}"),
            PATH,
            "Question 1 'w': 'or' has no vars."),
        error(
            "wait-empty",
            form().say("w", "type: wait").ask("q"),
            waiting("{type: timeout, value: 1h}"),
            PATH,
            "Question 1 'w': the wait waits for nothing."),
        error(
            "wait-too-big",
            waiting(leaves(33)),
            waiting(leaves(32)),
            PATH,
            "Question 1 'w': the wait has 33 leaves."));
  }

  private static Stream<LintCase> bounds() {
    return Stream.of(
        warning(
            "wait-unbounded",
            waiting("{type: external, value: {type: ready}}"),
            waiting(
                "{op: or, vars: [{type: external, value: {type: ready}}, {type: timeout, value: 1h}]}"),
            PATH,
            "Question 1 'w': time alone cannot end the wait, so the survey may stay here for ever."),
        warning(
            "handoff-wait-unbounded",
            handoff("target_app_id: 1\nwait: {type: handoff_return}"),
            handoff("target_app_id: 1\nwait: {type: timeout, value: 5m}"),
            PATH,
            "Question 1 'h': time alone cannot end the wait, so it also ends after timeout_minutes."),
        warning(
            "beyond-window",
            handoff("target_app_id: 1\ntimeout_minutes: 1381"),
            handoff("target_app_id: 1\ntimeout_minutes: 1380"),
            PATH,
            "Question 1 'h': the wait may be longer than 23 hours, and the messaging window closed"
                + " by then."),
        warning(
            "beyond-window",
            waiting("{type: timeout, value: 1 day}"),
            waiting("{type: timeout, value: 1 day, notifyPermission: true}\nx-unused: 1"),
            PATH,
            "Question 1 'w': the wait may be longer than 23 hours, and the messaging window closed"
                + " by then."),
        warning(
            "metadata-too-long",
            handoff("target_app_id: 1\nmetadata: {a: " + "x".repeat(993) + "}"),
            handoff("target_app_id: 1\nmetadata: {a: " + "x".repeat(992) + "}"),
            PATH,
            "Question 1 'h': the metadata may pass 1000 characters, which is all that the platform"
                + " carries."));
  }

  private static Stream<LintCase> targets() {
    return Stream.of(
        error(
            "handoff-missing-target",
            handoff("timeout_minutes: 5"),
            handoff("target_app_id: 5"),
            PATH,
            "Question 1 'h': the handoff names no target_app_id."),
        error(
            "handoff-bad-target",
            handoff("target_app_id: 0123"),
            handoff("target_app_id: \"0123\""),
            PATH,
            "Question 1 'h': target_app_id '0123' is not 1 to 20 digits."),
        error(
            "handoff-bad-target",
            handoff("target_app_id: 123.0"),
            handoff("target_app_id: 12345678901234567890"),
            PATH,
            "Question 1 'h': target_app_id '123.0' is not 1 to 20 digits."),
        error(
            "handoff-bad-target",
            handoff("target_app_id: \"{{hidden:app}}\""),
            handoff("target_app_id: 1"),
            PATH,
            "Question 1 'h': target_app_id '{{hidden:app}}' is not 1 to 20 digits."),
        error(
            "handoff-self-target",
            handoff("target_app_id: " + Forms.OUR_APP),
            handoff("target_app_id: 555000112"),
            PATH,
            "Question 1 'h': target_app_id '555000111' is our own app."),
        error(
            "handoff-wait-target",
            handoff(
                "target_app_id: 1\nwait: {op: or, vars: [{type: handoff_return, target_app_id: 2}, {type: timeout, value: 5m}]}"),
            handoff(
                "target_app_id: 1\nwait: {op: or, vars: [{type: handoff_return, target_app_id: \"1\"}, {type: timeout, value: 5m}]}"),
            PATH,
            "Question 1 'h': the wait is for app '2', but the handoff goes to 1."));
  }

  private static Stream<LintCase> settings() {
    return Stream.of(
        error(
            "handoff-bad-timeout",
            handoff("target_app_id: 1\ntimeout_minutes: 10081"),
            handoff("target_app_id: 1\ntimeout_minutes: \"10080\""),
            PATH,
            "Question 1 'h': timeout_minutes '10081' is not a number in (0, 10080]."),
        error(
            "handoff-bad-mode",
            handoff("target_app_id: 1\nmode: forget"),
            handoff("target_app_id: 1\nmode: wait"),
            PATH,
            "Question 1 'h': mode 'forget' is not 'wait'."),
        error(
            "handoff-bad-chain",
            handoff("chain: [{target_app_id: 1}]"),
            handoff("chain: [{target_app_id: 1}, {target_app_id: 2}]"),
            PATH,
            "Question 1 'h': the chain is not a list of 2 to 10 steps."),
        error(
            "handoff-layouts-differ",
            handoff("target_app_id: 1\nhandoff: {target_app_id: 2}"),
            handoff("target_app_id: 1\nhandoff: {target_app_id: \"1\"}"),
            PATH,
            "Question 1 'h': target_app_id is '1' and inside handoff '2'."));
  }

  private static Stream<LintCase> types() {
    return Stream.of(
        error(
            "bad-webview",
            typed("webview", "keepMoving: true"),
            typed("webview", "keepMoving: true\nurl: https://example.org"),
            PATH,
            "Question 1 't': the website has no url."),
        error(
            "bad-attachment",
            typed("attachment", "attachment: {type: image}"),
            typed("attachment", "attachment: {type: image, attachment_id: \"77\"}"),
            PATH,
            "Question 1 't': the attachment has no source."),
        error(
            "bad-utility",
            typed("utility_message", "keepMoving: true\ntemplate: hello"),
            typed("utility_message", "keepMoving: true\ntemplate: hello\nlanguage: en_US"),
            PATH,
            "Question 1 't': the utility message names no language."),
        error(
            "stitch-missing",
            typed("stitch", "stitch: {metadata: {a: 1}}"),
            typed("stitch", "stitch: {form: KNOWN}"),
            PATH,
            "Question 1 't': the stitch names no form."),
        warning(
            "stitch-unknown",
            typed("stitch", "stitch: {form: OTHER}"),
            typed("stitch", "stitch: {form: TEST01}"),
            PATH,
            "Question 1 't': form 'OTHER' is not imported on this page yet."));
  }

  private static FormText waiting(String wait) {
    return form().say("w", "type: wait\nwait: " + wait).ask("q");
  }

  private static FormText handoff(String settings) {
    return form().say("h", "type: handoff\n" + settings).ask("q");
  }

  private static FormText typed(String type, String settings) {
    return form().say("t", "type: " + type + "\n" + settings).ask("q");
  }

  private static String leaves(int count) {
    String leaf = "{type: timeout, value: 1h}";
    return "{op: or, vars: [" + (leaf + ", ").repeat(count - 1) + leaf + "]}";
  }
}
