/**
 * What a parser of the survey engine says about an author's text, and where it stands. Only values
 * may enter; the wording for the author is finished by the linter.
 */
@NullMarked
package dev.baton.survey.core.problem;

import org.jspecify.annotations.NullMarked;
