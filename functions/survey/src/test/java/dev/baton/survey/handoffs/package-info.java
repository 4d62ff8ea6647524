/** Tests of {@code survey-handoffs}. */
@NullMarked
package dev.baton.survey.handoffs;

import org.jspecify.annotations.NullMarked;
