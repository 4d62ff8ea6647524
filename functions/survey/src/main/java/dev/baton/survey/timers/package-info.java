/** The command {@code survey-timers}: which timers are set, and firing them by hand. */
@NullMarked
package dev.baton.survey.timers;

import org.jspecify.annotations.NullMarked;
