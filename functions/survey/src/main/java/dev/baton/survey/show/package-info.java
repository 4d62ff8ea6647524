/** The command {@code survey-show}: one form as it was compiled. It changes nothing. */
@NullMarked
package dev.baton.survey.show;

import org.jspecify.annotations.NullMarked;
