/** Streams of agents with the clients that others wrote: the browser's own EventSource. */
@NullMarked
package dev.baton.local.agent.stream;

import org.jspecify.annotations.NullMarked;
