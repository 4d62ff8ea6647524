package dev.baton.survey.core.inbound;

/**
 * An element that changes nothing.
 *
 * @param reason why, in snake case; it is the name of a metric
 */
public record Ignored(String reason) implements Inbound {}
