/** Tests of {@code survey-import}. */
@NullMarked
package dev.baton.survey.import_;

import org.jspecify.annotations.NullMarked;
