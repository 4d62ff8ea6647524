/**
 * The simulator's own HTTP interface under {@code /simulator}, by which a person with curl and a
 * test do the same things. It reads orders, refuses what it does not understand and hands the rest
 * on.
 */
@NullMarked
package dev.baton.local.graph.control;

import org.jspecify.annotations.NullMarked;
