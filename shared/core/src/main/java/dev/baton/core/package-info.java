/**
 * The vocabulary that every function shares: JSON as values, results, refusals and ids.
 *
 * <p>Nothing here reads a clock, a file, the network or the environment, and nothing here knows
 * Jackson or AWS.
 */
@NullMarked
package dev.baton.core;

import org.jspecify.annotations.NullMarked;
