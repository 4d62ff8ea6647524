package dev.baton.survey.store;

import dev.baton.survey.core.participant.row.AnswerRow;

/**
 * An answer row with whose it is.
 *
 * @param userId the participant
 * @param answer the row
 */
public record StoredAnswerRow(String userId, AnswerRow answer) {}
