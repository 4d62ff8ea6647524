package dev.baton.agent.work.log;

/**
 * Where a worker writes.
 *
 * @param sessionId the session
 * @param runId the run
 * @param epoch how often the run was taken
 */
public record RunPlace(String sessionId, String runId, long epoch) {}
