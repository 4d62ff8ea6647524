package dev.baton.survey.core.machine;

/** Something that a decision has to look at and that is not in the participant item. */
public sealed interface Need {

  /** One version of a form of the page; it never changes. */
  record FormVersion(String shortcode, int version) implements Need {}

  /** The newest version of a form of the page, if there is such a form. */
  record NewestForm(String shortcode) implements Need {}

  /** Whether the participant took that form before. */
  record Taken(String shortcode) implements Need {}
}
