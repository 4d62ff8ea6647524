package dev.baton.survey.core.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a parser found wrong in a form, before the linter puts the number of the question
 * in front of it. Source: survey specification §4.7.
 *
 * @param code the finding's code, such as {@code dead-ref}
 * @param error true when it refuses the import, false for a warning
 * @param path JSON pointer into the form
 * @param ref the question it belongs to, if any
 * @param fact what is wrong with the offending text quoted, without a full stop
 * @param suggestion what to write instead
 */
public record Problem(
    String code,
    boolean error,
    String path,
    @Nullable String ref,
    String fact,
    String suggestion) {}
