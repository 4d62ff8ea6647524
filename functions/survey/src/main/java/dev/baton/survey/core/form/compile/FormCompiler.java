package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.FormSource;

/**
 * Turns what an author imports into a form, or says why it cannot be one. Total: no source makes it
 * throw. Source: survey spec §4.1.
 */
public final class FormCompiler {
  private final DescriptionParser descriptions;

  /** A compiler that reads descriptions through the port. */
  public FormCompiler(DescriptionParser descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * Compiles a source that was checked when it was imported: no findings but those of the parsers.
   */
  public CompiledForm compile(FormSource source) {
    throw new UnsupportedOperationException("not yet " + descriptions + source);
  }
}
