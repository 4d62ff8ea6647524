/**
 * Waits: the condition tree an author writes, the armed tree of a participant with one bit per
 * leaf, and when time alone makes it true. No event is stored and no clock is read.
 */
@NullMarked
package dev.baton.survey.core.waiting;

import org.jspecify.annotations.NullMarked;
