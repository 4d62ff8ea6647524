package dev.baton.survey.core.form.lint;

import static dev.baton.survey.core.form.FormText.form;
import static dev.baton.survey.core.form.lint.Linting.codes;
import static dev.baton.survey.core.form.lint.Linting.hidden;
import static dev.baton.survey.core.form.lint.Linting.is;
import static dev.baton.survey.core.form.lint.Linting.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths through a form: what is reached, repeated, known on the way. */
class LintPathsTest {
  private static final String HANDOFF = "type: handoff\ntarget_app_id: 1";

  @Test
  void pathsAreNotJudgedWhileTheLogicIsBroken() {
    FormText text =
        form()
            .ask("a")
            .ask("b")
            .field("c", "short_text", "{{field:b}}")
            .jump("a", "c", is("a", "\"x\""))
            .jump("a", "d");

    assertThat(codes(text)).containsExactly("dead-jump");
  }

  @Test
  void theEndingOfEveryExportMayBeUnreachable() {
    FormText text =
        form().ask("a").ending("bye", "Bye").ending("default_tys", "Thanks").ending("x", "X");

    assertThat(messages(text)).containsExactly("Question 4 'x': no path leads here.");
  }

  @Test
  void outcomesLeadToTheirEndings() {
    FormText text =
        form()
            .ask("a")
            .ending("no", "0")
            .ending("one", "1")
            .member(
                "outcome",
                "{\"variable\":\"w\",\"choices\":[{\"id\":\"1\",\"counter_variable\":\"c\","
                    + "\"thankyou_screen_ref\":\"one\"}]}");

    assertThat(messages(text)).containsExactly("Question 2 'no': no path leads here.");
  }

  @Test
  void nothingFollowsAnEndingOrAStitch() {
    FormText text =
        form()
            .say("s", "type: stitch\nstitch: {form: KNOWN}")
            .ask("b")
            .ending("end", "Bye")
            .jump("s", "end");

    assertThat(codes(text)).containsExactly("unreachable-question", "unreachable-question");
  }

  @Test
  void theFirstCertainJumpHidesWhatComesBehindIt() {
    FormText text = form().ask("a").ask("b").ask("c").jump("a", "c").jump("a", "b");

    assertThat(messages(text)).containsExactly("Question 2 'b': no path leads here.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: handoff#target_app_id: 1|",
        "type: handoff#target_app_id: 1#when: {op: always, vars: []}|endless-statements",
        "type: handoff#chain: [{target_app_id: 1, when: {op: always, vars: []}}, {target_app_id: 2}]|",
        "type: handoff#chain: [{target_app_id: 1, when: {op: always, vars: []}}, {target_app_id: 2, when: {op: always, vars: []}}]|endless-statements",
        "type: wait#wait: {type: timeout, value: 1h}|",
        "keepMoving: true|endless-statements",
      })
  void aCycleNeedsSomethingThatAlwaysStops(String description, String code) {
    FormText text = form().say("a", description.replace('#', '\n')).say("b").jump("b", "a");

    assertThat(codes(text)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  void everyCycleIsSaidOnce() {
    FormText text =
        form()
            .ask("q")
            .say("in")
            .say("a1")
            .say("a2")
            .jump("a2", "a1", is("q", "\"x\""))
            .say("b1")
            .jump("b1", "b1", is("q", "\"x\""))
            .ask("end");

    assertThat(messages(text))
        .containsExactly(
            "Question 3 'a1': 'a1', 'a2' can follow each other for ever without a question or a"
                + " wait.",
            "Question 5 'b1': 'b1' can follow each other for ever without a question or a wait.");
  }

  @Test
  void aBurstIsSaidWhereItBegins() {
    FormText text = form().ask("q");
    for (int index = 0; index < 30; index++) {
      text.say("s" + index);
    }

    assertThat(messages(text))
        .containsExactly("Question 2 's0': up to 30 messages are sent at once from here.");
  }

  @Test
  void theLongestOfTwoWaysIsTheBurst() {
    FormText text = form().ask("q").jump("q", "s20", is("q", "\"x\""));
    for (int index = 0; index < 26; index++) {
      text.say("s" + index);
    }

    assertThat(messages(text.jump("s0", "s25", is("q", "\"y\""))))
        .containsExactly("Question 2 's0': up to 26 messages are sent at once from here.");
  }

  @Test
  void aHandoffSeesItsOwnResultsOnlyAfterwardsOrInAChain() {
    String used = "{{hidden:e_handover_x}}";

    assertThat(codes(form().say("h", HANDOFF + "\nmetadata: {a: \"" + used + "\"}")))
        .containsExactly("handover-not-before");
    assertThat(
            codes(
                form()
                    .say(
                        "h",
                        "type: handoff\nchain: [{target_app_id: 1}, {target_app_id: 2, metadata:"
                            + " {a: \""
                            + used
                            + "\"}}]")))
        .isEmpty();
    assertThat(
            codes(form().say("h", HANDOFF).ask("q").jump("h", "q", hidden("e_handover_outcome"))))
        .isEmpty();
    assertThat(codes(form().ask("a").ask("q").jump("a", "q", hidden("e_handover_outcome"))))
        .containsExactly("handover-not-before");
  }
}
