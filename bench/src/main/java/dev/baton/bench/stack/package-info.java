/**
 * How the whole local stack behaves under a steady load: latency, consumed capacity, lateness of
 * timers, memory.
 */
@NullMarked
package dev.baton.bench.stack;

import org.jspecify.annotations.NullMarked;
