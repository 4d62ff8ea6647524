package dev.baton.survey.core.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of compiling a form.
 *
 * @param form the form; null when a finding is an error
 * @param findings all findings, in the order of the form
 */
public record CompiledForm(@Nullable Form form, List<Finding> findings) {

  /** Keeps a copy of the findings. */
  public CompiledForm {
    findings = List.copyOf(findings);
  }

  /** Whether a finding refuses the import. */
  public boolean hasErrors() {
    return findings.stream().anyMatch(Finding::isError);
  }
}
