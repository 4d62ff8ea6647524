/** Tests of {@code survey-list}. */
@NullMarked
package dev.baton.survey.list;

import org.jspecify.annotations.NullMarked;
