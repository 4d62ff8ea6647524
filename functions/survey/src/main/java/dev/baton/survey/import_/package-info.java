/** The command {@code survey-import}: the only way a form, a page and its settings come in. */
@NullMarked
package dev.baton.survey.import_;

import org.jspecify.annotations.NullMarked;
