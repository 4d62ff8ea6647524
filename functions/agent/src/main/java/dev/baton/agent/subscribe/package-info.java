/**
 * The action {@code agent-subscribe}: brings a socket what stands in the log, and lets pushes reach
 * it from then on. It starts and ends no run.
 */
@NullMarked
package dev.baton.agent.subscribe;

import org.jspecify.annotations.NullMarked;
