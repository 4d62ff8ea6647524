/** Tests of {@code survey-status}. */
@NullMarked
package dev.baton.survey.status;

import org.jspecify.annotations.NullMarked;
