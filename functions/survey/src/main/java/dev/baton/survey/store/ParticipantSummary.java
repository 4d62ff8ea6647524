package dev.baton.survey.store;

import dev.baton.survey.core.participant.State;
import org.jspecify.annotations.Nullable;

/**
 * What a list of participants shows of one.
 *
 * @param userId the page-scoped user id
 * @param state where they are
 * @param shortcode the form they are in, or finished last
 * @param timerDue when their earliest timer is due, milliseconds since 1970
 * @param waitSince when their wait was armed, milliseconds since 1970
 */
public record ParticipantSummary(
    String userId,
    State state,
    @Nullable String shortcode,
    @Nullable Long timerDue,
    @Nullable Long waitSince) {}
