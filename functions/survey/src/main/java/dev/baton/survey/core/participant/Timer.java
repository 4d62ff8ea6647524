package dev.baton.survey.core.participant;

/**
 * A timer that is set.
 *
 * @param due when it is to fire, milliseconds since 1970
 * @param round the number it carries; a timer of another round is stale
 */
public record Timer(long due, long round) {}
