/**
 * The command {@code survey-signal}: something that happened outside reaches a participant's
 * survey.
 */
@NullMarked
package dev.baton.survey.signal;

import org.jspecify.annotations.NullMarked;
