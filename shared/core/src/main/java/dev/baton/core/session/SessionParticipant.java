package dev.baton.core.session;

/**
 * Who a session's owner is to the others.
 *
 * @param id {@code p_} and 12 hex digits; the same for all sessions of an owner in a resource
 * @param name the name that others see
 * @param invisible whether nobody is told of this session
 */
public record SessionParticipant(String id, String name, boolean invisible) {}
