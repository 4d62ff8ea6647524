package dev.baton.survey.core.form.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.form.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of the linter with a form that earns it and one that nearly does. */
class LintCodesTest {
  /** The table of the survey spec, §4.7. */
  private static final String CODES =
      """
      form-invalid no-fields duplicate-ref empty-title
      unsupported-type description-unparsable no-choices too-many-choices text-too-long
      choice-too-long choice-ambiguous multiple-selection randomize-ignored
      dead-jump dead-ref dead-choice unknown-operator unknown-var bad-arity bad-calculation
      type-mismatch boolean-never-true never-true
      unreachable-question maybe-unanswered
      endless-statements message-burst dead-end
      bad-placeholder unknown-pipe unknown-hidden handover-not-before
      wait-bad-duration wait-bad-operator wait-unknown-type wait-empty wait-too-big
      wait-unbounded handoff-wait-unbounded
      handoff-missing-target handoff-bad-target handoff-self-target
      handoff-bad-timeout handoff-bad-mode handoff-bad-chain handoff-layouts-differ
      handoff-wait-target beyond-window metadata-too-long
      bad-webview bad-attachment bad-utility stitch-missing stitch-unknown
      unknown-key reserved-name ignored-setting welcome-ignored logic-without-field
      """;

  static Stream<LintCase> cases() {
    return Stream.of(StructureCases.all(), LogicCases.all(), WaitingCases.all())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFormThatEarnsTheCodeGetsIt(LintCase lintCase) {
    CompiledForm checked = Forms.check(lintCase.bad(), lintCase.options());

    List<Finding> found = ofCode(checked, lintCase.code());
    assertThat(found).as("all findings: %s", checked.findings()).hasSize(1);
    Finding finding = found.getFirst();
    assertThat(finding.severity()).isEqualTo(lintCase.severity());
    assertThat(finding.message()).isEqualTo(lintCase.message());
    assertThat(finding.path()).isEqualTo(lintCase.path());
    assertThat(finding.suggestion()).isNotBlank().endsWith(".");
    assertThat(checked.form() == null).isEqualTo(checked.hasErrors());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theFormThatNearlyEarnsTheCodeDoesNot(LintCase lintCase) {
    CompiledForm checked = Forms.check(lintCase.good(), lintCase.options());

    assertThat(ofCode(checked, lintCase.code())).isEmpty();
    assertThat(checked.findings()).noneMatch(Finding::isError);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingElseIsWrongWithAFormThatEarnsAWarning(LintCase lintCase) {
    if (lintCase.severity() == Severity.WARNING) {
      assertThat(Forms.check(lintCase.bad(), lintCase.options()).hasErrors()).isFalse();
    }
  }

  @Test
  void everyCodeOfTheSpecificationHasACase() {
    Set<String> covered = cases().map(LintCase::code).collect(Collectors.toSet());

    assertThat(covered).containsExactlyInAnyOrder(CODES.strip().split("\\s+"));
  }

  @Test
  void theGuideSaysWhatToDoAboutEveryCode() throws IOException {
    String guide = Files.readString(Path.of("../../docs/forms.md"));

    assertThat(CODES.strip().split("\\s+"))
        .allSatisfy(code -> assertThat(guide).contains("`" + code + "`"));
  }

  private static List<Finding> ofCode(CompiledForm checked, String code) {
    return checked.findings().stream().filter(finding -> finding.code().equals(code)).toList();
  }
}
