package dev.baton.agent.core.run;

/**
 * That a run is to be called off.
 *
 * @param at since when, milliseconds since 1970
 * @param reason {@code owner}, {@code viewer_gone}, {@code session_expired} or {@code
 *     session_ended}
 */
public record Cancellation(long at, String reason) {}
