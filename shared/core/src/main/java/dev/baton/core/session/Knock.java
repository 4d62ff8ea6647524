package dev.baton.core.session;

/**
 * A connection that was let in without a token and has to present one.
 *
 * @param connectionId API Gateway's connection id
 * @param until when it has to have done so, milliseconds since 1970
 */
public record Knock(String connectionId, long until) {}
