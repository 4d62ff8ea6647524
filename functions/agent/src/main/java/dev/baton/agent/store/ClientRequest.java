package dev.baton.agent.store;

/**
 * What a caller's own id of a request led to.
 *
 * @param id the caller's id
 * @param inputHash the hash of what was asked for
 * @param runId the run that was begun
 */
public record ClientRequest(String id, String inputHash, String runId) {}
