package dev.baton.survey.core.participant;

import dev.baton.survey.core.participant.effect.HandoffId;

/**
 * What is kept of the handoff that ended last.
 *
 * @param id which handoff
 * @param target its target
 * @param endedAt when it ended, own clock, milliseconds since 1970
 * @param lateNoted whether a return after its end is in its record already
 */
public record LastHandoff(HandoffId id, String target, long endedAt, boolean lateNoted) {}
