package dev.baton.gateway.call;

import dev.baton.gateway.core.call.Envelope;

/**
 * What came back from a command.
 *
 * @param status the HTTP status
 * @param result the result
 */
public record Called(int status, Envelope result) {}
