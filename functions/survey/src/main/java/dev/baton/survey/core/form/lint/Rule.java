package dev.baton.survey.core.form.lint;

/** One family of things to say about a form. */
@FunctionalInterface
interface Rule {

  /** Says what it finds. */
  void check(Inspection form);
}
