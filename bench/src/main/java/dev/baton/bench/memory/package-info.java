/**
 * How much memory functions need, what each size of it makes of their time, and what that costs: on
 * Lambda the share of a processor grows with the memory.
 */
@NullMarked
package dev.baton.bench.memory;

import org.jspecify.annotations.NullMarked;
