/** Tests of {@code survey-signal}. */
@NullMarked
package dev.baton.survey.signal;

import org.jspecify.annotations.NullMarked;
