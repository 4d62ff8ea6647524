/**
 * The command {@code survey-handoffs}: records of handoffs and what they come to together. It
 * changes nothing.
 */
@NullMarked
package dev.baton.survey.handoffs;

import org.jspecify.annotations.NullMarked;
