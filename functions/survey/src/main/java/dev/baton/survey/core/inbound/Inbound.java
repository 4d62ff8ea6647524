package dev.baton.survey.core.inbound;

/**
 * One element of a webhook delivery after reading: of a participant, of a page, or of no concern.
 * Source: survey spec §2.2.
 */
public sealed interface Inbound permits Item, RolesChanged, Ignored {}
