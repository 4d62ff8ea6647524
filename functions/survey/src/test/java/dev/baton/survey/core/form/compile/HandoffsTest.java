package dev.baton.survey.core.form.compile;

import static dev.baton.survey.core.form.FormText.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.form.OnFailure;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.logic.Condition;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandoffsTest {
  private static final String ALWAYS = "{op: always, vars: []}";

  @Test
  void defaultsAreAnHourAndGoingOn() {
    HandoffPlan plan = plan("target_app_id: 12");

    HandoffStep step = plan.step(1);
    assertThat(plan.isChain()).isFalse();
    assertThat(plan.stopOn()).isEmpty();
    assertThat(plan.when()).isNull();
    assertThat(plan.steps()).hasSize(1);
    assertThat(step.targetAppId()).isEqualTo("12");
    assertThat(step.timeoutMillis()).isEqualTo(3_600_000);
    assertThat(step.ownWait()).isNull();
    assertThat(step.when()).isNull();
    assertThat(step.onFailure()).isEqualTo(OnFailure.CONTINUE);
    assertThat(step.metadata().source().write()).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "target_app_id: 12\ntimeout_minutes: 5\nwhen: {op: always, vars: []}\non_failure: block\n"
            + "wait: {type: user_message}\nmetadata: {a: 1}\nmode: wait",
        "handoff:\n  target_app_id: \"12\"\n  timeout_minutes: \"5\"\n"
            + "  when: {op: always, vars: []}\n  on_failure: block\n"
            + "  wait: {type: user_message}\n  metadata: {a: 1}\n  mode: wait",
        "target_app_id: 12\nwait: {type: user_message}\nwhen: {op: always, vars: []}\n"
            + "handoff: {target_app_id: \"12\", timeout_minutes: 5, on_failure: block,"
            + " metadata: {a: 1}, wait: {type: user_message}}",
      })
  void bothLayoutsMeanTheSame(String settings) {
    HandoffPlan plan = plan(settings);

    HandoffStep step = plan.step(1);
    assertThat(step.targetAppId()).isEqualTo("12");
    assertThat(step.timeoutMillis()).isEqualTo(300_000);
    assertThat(step.onFailure()).isEqualTo(OnFailure.BLOCK);
    assertThat(step.ownWait()).isNotNull();
    assertThat(step.metadata().source().write()).isEqualTo("{\"a\":1}");
    assertThat(plan.when()).isInstanceOf(Condition.Always.class);
    assertThat(step.when()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "30, 1800000",
    "0.5, 30000",
    "\"45\", 2700000",
    "10080, 604800000",
    "0.001, 1000",
    "1.51, 91000",
    "60.0, 3600000",
  })
  void timeoutsAreMinutesRoundedUpToSeconds(String minutes, long milliseconds) {
    assertThat(plan("target_app_id: 1\ntimeout_minutes: " + minutes).step(1).timeoutMillis())
        .isEqualTo(milliseconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "10080.01", "soon", "[1]", "true", "{{hidden:t}}", "1e400", "30m"})
  void otherTimeoutsAreRefused(String minutes) {
    assertThat(codes("target_app_id: 1\ntimeout_minutes: " + minutes))
        .contains("handoff-bad-timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123",
        "+5",
        "1.0",
        "1e3",
        "0x1F",
        "-5",
        "123456789012345678901",
        "\"12a\"",
        "\"\"",
        "[1]",
        "true",
        "\"１２\"",
        "\" 12\"",
      })
  void otherTargetsAreRefused(String target) {
    assertThat(codes("target_app_id: " + target)).containsExactly("handoff-bad-target");
    assertThat(codes("handoff: {target_app_id: " + target + "}"))
        .containsExactly("handoff-bad-target");
    assertThat(codes("chain: [{target_app_id: 1}, {target_app_id: " + target + "}]"))
        .containsExactly("handoff-bad-target");
  }

  @Test
  void aNullTargetIsMissing() {
    assertThat(codes("target_app_id: ~")).containsExactly("handoff-missing-target");
  }

  @Test
  void stepsOfAChainStandAlone() {
    HandoffPlan plan =
        plan(
            "chain:\n- {target_app_id: 1, timeout_minutes: 2, metadata: {n: 1}}\n"
                + "- {target_app_id: 2, on_failure: block, when: "
                + ALWAYS
                + ", wait: {type: user_message}}\n"
                + "stop_on: [failed, timed_out]\nwhen: {op: or, vars: ["
                + ALWAYS
                + "]}");

    assertThat(plan.isChain()).isTrue();
    assertThat(plan.steps())
        .extracting(HandoffStep::number, HandoffStep::targetAppId, HandoffStep::timeoutMillis)
        .containsExactly(tuple(1, "1", 120_000L), tuple(2, "2", 3_600_000L));
    assertThat(plan.step(1).when()).isNull();
    assertThat(plan.step(2).when()).isInstanceOf(Condition.Always.class);
    assertThat(plan.step(2).onFailure()).isEqualTo(OnFailure.BLOCK);
    assertThat(plan.step(2).ownWait()).isNotNull();
    assertThat(plan.when()).isInstanceOf(Condition.Any.class);
    assertThat(plan.stopOn())
        .containsExactlyInAnyOrder(HandoffOutcome.FAILED, HandoffOutcome.TIMED_OUT);
  }

  @Test
  void aChainHasTwoToTenSteps() {
    String step = "{target_app_id: 1}";

    assertThat(codes("chain: [" + (step + ", ").repeat(9) + step + "]")).isEmpty();
    assertThat(codes("chain: [" + (step + ", ").repeat(10) + step + "]"))
        .containsExactly("handoff-bad-chain");
    assertThat(codes("chain: [" + step + ", 5]")).containsExactly("handoff-bad-chain");
    assertThat(codes("chain: " + step)).containsExactly("handoff-bad-chain");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "target_app_id: 1\\non_failure: blok|on_failure 'blok' is not known and has no effect",
        "target_app_id: 1\\nstop_on: [failed]|stop_on without a chain has no effect",
        "chain: [{target_app_id: 1}, {target_app_id: 2}]\\nstop_on: never"
            + "|stop_on 'never' is no outcome and has no effect",
        "chain: [{target_app_id: 1}, {target_app_id: 2}]\\ntimeout_minutes: 5"
            + "|timeout_minutes beside a chain has no effect",
        "target_app_id: 1\\nmetadata: [1]|metadata '[1]' is no object and has no effect",
      })
  void settingsWithoutEffectAreSaid(String settings, String fact) {
    List<Finding> findings = findings(settings.replace("\\n", "\n"));

    assertThat(findings)
        .extracting(Finding::code, Finding::message)
        .containsExactly(tuple("ignored-setting", "Question 1 'h': " + fact + "."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "metadata: {a: 1, b: 2}|metadata: {b: 2, a: 1}|",
        "metadata: {a: 1}|metadata: {a: 2}|handoff-layouts-differ",
        "metadata: {a: 1}|metadata: [a]|handoff-layouts-differ",
        "timeout_minutes: 5|timeout_minutes: \"5\"|",
        "mode: wait|mode: waits|handoff-layouts-differ",
      })
  void layoutsHaveToAgree(String flat, String nested, String code) {
    assertThat(codes("target_app_id: 1\n" + flat + "\nhandoff: {" + nested + "}"))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: handoff_return, target_app_id: 012}|handoff-wait-target",
        "{type: handoff_return, target_app_id: 12}|",
        "{type: handoff_return, target_app_id: \" 12 \"}|",
        "{type: handoff_return, target_app_id: \"{{hidden:x}}\"}|",
        "{type: external, value: {type: handoff_return, target_app_id: 13}}|handoff-wait-target",
      })
  void returnsAreWaitedForFromTheTarget(String leaf, String code) {
    String wait = "wait: {op: or, vars: [" + leaf + ", {type: timeout, value: 1h}]}";

    // 012 reads as 12 in YAML, which is the target.
    List<String> expected = code == null || leaf.contains("012") ? List.of() : List.of(code);
    assertThat(codes("target_app_id: 12\n" + wait)).isEqualTo(expected);
  }

  private static HandoffPlan plan(String settings) {
    return Objects.requireNonNull(
        Forms.compile(form().say("h", "type: handoff\n" + settings)).first().handoff());
  }

  private static List<String> codes(String settings) {
    return findings(settings).stream().map(Finding::code).toList();
  }

  private static List<Finding> findings(String settings) {
    return Forms.check(
            form().say("h", "type: handoff\n" + settings).member("hidden", "[\"t\",\"x\"]").build())
        .findings();
  }
}
