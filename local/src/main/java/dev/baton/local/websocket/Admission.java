package dev.baton.local.websocket;

import java.time.Instant;

/**
 * A connection that {@code $connect} is asked about. It does not exist yet: nothing can be sent to
 * it.
 *
 * @param connectionId id that it will have
 * @param caller who asks
 * @param connectedAt when it asked
 */
record Admission(String connectionId, Caller caller, Instant connectedAt) {}
