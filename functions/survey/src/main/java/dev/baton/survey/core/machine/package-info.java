/**
 * The machine of a participant: one pure function from a command and a participant to a decision.
 * The rules stand in files named after what they rule; times, settings and forms come in as
 * arguments.
 */
@NullMarked
package dev.baton.survey.core.machine;

import org.jspecify.annotations.NullMarked;
