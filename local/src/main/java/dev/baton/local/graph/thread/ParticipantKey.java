package dev.baton.local.graph.thread;

/**
 * A person on a page.
 *
 * @param pageId id of the Facebook page
 * @param userId page-scoped id of the person
 */
public record ParticipantKey(String pageId, String userId) {}
