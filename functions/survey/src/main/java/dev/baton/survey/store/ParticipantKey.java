package dev.baton.survey.store;

/**
 * Which participant.
 *
 * @param pageId the page's id
 * @param userId the page-scoped user id
 */
public record ParticipantKey(String pageId, String userId) {}
