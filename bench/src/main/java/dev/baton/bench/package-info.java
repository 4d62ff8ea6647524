/**
 * Measurements: time per turn, lateness of timers, and what a million turns would cost.
 *
 * <p>Nothing depends on this room, and its figures are written to a results file together with the
 * machine's description.
 */
@NullMarked
package dev.baton.bench;

import org.jspecify.annotations.NullMarked;
