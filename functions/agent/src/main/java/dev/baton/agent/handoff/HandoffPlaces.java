package dev.baton.agent.handoff;

import java.net.URI;
import java.time.Duration;

/**
 * Where sessions are opened.
 *
 * @param streams the address of all streams, with a slash at the end
 * @param sockets the address of all sockets, without a query
 * @param ticketLife how long a ticket waits for its first use
 */
public record HandoffPlaces(URI streams, URI sockets, Duration ticketLife) {}
