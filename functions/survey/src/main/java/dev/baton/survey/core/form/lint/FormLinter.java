package dev.baton.survey.core.form.lint;

import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.compile.FormCompiler;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compiles what an author brings and says everything there is to say about it. Source: survey spec
 * §4.7.
 */
public final class FormLinter {
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
    throw new UnsupportedOperationException("not yet " + compiler + source + surroundings);
  }
}
