/**
 * The simulator's only sources of time and of chance. Nothing else in the simulator may look at a
 * clock, sleep or roll dice, so that a test can move its time by hand and repeat its luck.
 */
@NullMarked
package dev.baton.local.graph.time;

import org.jspecify.annotations.NullMarked;
