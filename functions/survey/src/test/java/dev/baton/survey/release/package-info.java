/** Tests of {@code survey-release}. */
@NullMarked
package dev.baton.survey.release;

import org.jspecify.annotations.NullMarked;
