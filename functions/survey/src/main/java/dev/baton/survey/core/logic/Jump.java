package dev.baton.survey.core.logic;

/**
 * Where a field leads when a condition holds.
 *
 * @param to the ref of a field or thank-you screen
 * @param condition when
 */
public record Jump(String to, Condition condition) {}
