package dev.baton.survey.core.inbound;

/**
 * One thing that happened to one participant. Source: survey spec §2.2 and §2.3.
 *
 * @param pageId the page's id, 1 to 128 characters, from the item itself
 * @param userId the participant's page-scoped id, 1 to 128 characters
 * @param timestamp the platform's clock, milliseconds since 1970
 * @param key the event key: a message id, or the SHA-256 of the canonical item in lower-case hex
 * @param standby whether it came in {@code standby[]}, because another app owns the thread
 * @param happening what happened
 */
public record Item(
    String pageId, String userId, long timestamp, String key, boolean standby, Happening happening)
    implements Inbound {}
