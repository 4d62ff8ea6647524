/**
 * What a decision asks the world to do for a participant, and what became of it. Performing an
 * effect happens elsewhere.
 */
@NullMarked
package dev.baton.survey.core.participant.effect;

import org.jspecify.annotations.NullMarked;
