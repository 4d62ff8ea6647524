/**
 * The clock and the alarms of the local stack, so that tests can move time by hand.
 *
 * <p>Nothing else may ask the machine for the time or wait for it.
 */
@NullMarked
package dev.baton.local.time;

import org.jspecify.annotations.NullMarked;
