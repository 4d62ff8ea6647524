/**
 * Clients that nobody here wrote read the frames of runs from a server on loopback. Their own tests
 * are in Node, beside those of the local stack.
 */
@NullMarked
package dev.baton.agent.clients;

import org.jspecify.annotations.NullMarked;
