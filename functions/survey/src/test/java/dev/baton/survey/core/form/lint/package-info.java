/** Tests of what the linter says. */
@NullMarked
package dev.baton.survey.core.form.lint;

import org.jspecify.annotations.NullMarked;
