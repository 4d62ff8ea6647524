package dev.baton.survey.core.participant.row;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.participant.effect.HandoffId;

/**
 * Members of a handoff record that a decision sets; others stay as they are. The first row of a
 * handoff opens the record. Names are those of survey spec §6.8.
 *
 * @param id which handoff
 * @param members the members to set
 */
public record HandoffRow(HandoffId id, JsonObject members) {}
