/** The command {@code survey-status}: where one participant stands. It changes nothing. */
@NullMarked
package dev.baton.survey.status;

import org.jspecify.annotations.NullMarked;
