/**
 * What the simulator knows about its own bustle and its luck: how much is under way, and dice that
 * repeat. What time it is, and when something is due, comes from {@link dev.baton.local.time}.
 */
@NullMarked
package dev.baton.local.graph.time;

import org.jspecify.annotations.NullMarked;
