/** Tests of what becomes of an author's form. */
@NullMarked
package dev.baton.survey.core.form.compile;

import org.jspecify.annotations.NullMarked;
