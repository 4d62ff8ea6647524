package dev.baton.survey.core.form;

import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.waiting.Wait;
import org.jspecify.annotations.Nullable;

/**
 * One app that the thread is given to. Source: survey spec §6.
 *
 * @param number the step's number, from 1
 * @param targetAppId the app, 1 to 20 digits
 * @param timeoutMillis {@code timeout_minutes} in milliseconds
 * @param ownWait the author's wait; null for the default, a return or the timeout
 * @param metadata what the app is told, an object
 * @param when the condition of this step of a chain; null when it has none
 * @param onFailure what follows when the thread cannot be passed
 */
public record HandoffStep(
    int number,
    String targetAppId,
    long timeoutMillis,
    @Nullable Wait ownWait,
    JsonTemplate metadata,
    @Nullable Condition when,
    OnFailure onFailure) {}
