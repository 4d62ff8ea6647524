package dev.baton.core.session;

/**
 * How a session ended.
 *
 * @param at when, milliseconds since 1970
 * @param reason why: {@code ended} or what its owner said; {@code unused}, {@code idle}, {@code
 *     max-life}, {@code reconnect-window}; {@code key-revoked}, {@code access-withdrawn}, {@code
 *     handoff-invalid}
 */
public record Ending(long at, String reason) {}
