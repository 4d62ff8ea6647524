package dev.baton.survey.core.machine;

/**
 * Everything a decision depends on beside the command and the participant.
 *
 * @param now own clock, milliseconds since 1970
 * @param ourAppId our app, decimal digits
 * @param echoGraceMillis how long the echo of a message without known result is waited for
 * @param settings the page's settings
 * @param loaded forms and marks
 */
public record Context(
    long now, String ourAppId, long echoGraceMillis, PageSettings settings, Loaded loaded) {}
