/**
 * The simulator's door: one HTTP request in, one answer out, on a loopback port. It knows nothing
 * of Messenger; what an answer does to the connection (answer, cut) is part of the answer.
 */
@NullMarked
package dev.baton.local.graph.http;

import org.jspecify.annotations.NullMarked;
