/**
 * How agent runs behave through the whole local stack: how long a token takes from the model to a
 * viewer, what many runs and idle viewers cost, and what is consumed.
 */
@NullMarked
package dev.baton.bench.agent;

import org.jspecify.annotations.NullMarked;
