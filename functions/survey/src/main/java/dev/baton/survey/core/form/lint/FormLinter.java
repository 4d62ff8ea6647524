package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.compile.Draft;
import dev.baton.survey.core.form.compile.Findings;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.core.problem.Parsed;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what an author brings and says everything there is to say about it. Source: survey spec
 * §4.7.
 */
public final class FormLinter {
  private static final List<Rule> RULES =
      List.of(
          new TextRules(),
          new ChoiceRules(),
          new ConditionRules(),
          new FlowRules(),
          new TurnRules(),
          new ReferenceRules(),
          new WaitRules(),
          new HandoffRules(),
          new NameRules(),
          new SettingRules());

  private final FormCompiler compiler;

  /** A linter over the compiler of run time. */
  public FormLinter(FormCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * What the linter has to know beside the form.
   *
   * @param appId our own app; null when it is not known
   * @param knownForm whether a shortcode is imported on the page
   */
  public record Surroundings(@Nullable String appId, Predicate<String> knownForm) {}

  /** The form and all findings; no form when one of them is an error. Total. */
  public CompiledForm check(FormSource source, Surroundings surroundings) {
    Parsed<Draft> drafted = compiler.draft(source);
    Draft draft = drafted.value();
    if (draft == null) {
      return new CompiledForm(null, Findings.of(drafted.problems(), List.of(), source.form()));
    }
    Inspection inspection = new Inspection(draft, surroundings);
    RULES.forEach(rule -> rule.check(inspection));
    List<Finding> findings = Findings.of(inspection.problems(), draft.fields(), draft.json());
    boolean refused = findings.stream().anyMatch(Finding::isError);
    return new CompiledForm(refused ? null : draft.form(), findings);
  }
}
