/** Figures of one kind and how they are told: median, 99 in a hundred, most. */
@NullMarked
package dev.baton.bench.figure;

import org.jspecify.annotations.NullMarked;
