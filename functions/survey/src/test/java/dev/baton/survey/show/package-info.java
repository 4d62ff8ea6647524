/** Tests of {@code survey-show}. */
@NullMarked
package dev.baton.survey.show;

import org.jspecify.annotations.NullMarked;
