/** Tests of {@code survey-responses}. */
@NullMarked
package dev.baton.survey.responses;

import org.jspecify.annotations.NullMarked;
