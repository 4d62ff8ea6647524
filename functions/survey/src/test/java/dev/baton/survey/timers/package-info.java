/** Tests of {@code survey-timers}. */
@NullMarked
package dev.baton.survey.timers;

import org.jspecify.annotations.NullMarked;
