/**
 * Tests of the simulator through its own HTTP interfaces, with a webhook of their own. No time
 * passes here but what a test moves by hand.
 */
@NullMarked
package dev.baton.local.graph;

import org.jspecify.annotations.NullMarked;
