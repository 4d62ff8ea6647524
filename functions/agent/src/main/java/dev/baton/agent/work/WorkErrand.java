package dev.baton.agent.work;

import java.util.function.LongSupplier;

/**
 * One invocation of the worker.
 *
 * @param sessionId the session
 * @param runId the run to go on with
 * @param worker the name of this worker
 * @param function ARN of the function that successors are invocations of
 * @param remaining milliseconds that are left of the invocation
 */
public record WorkErrand(
    String sessionId, String runId, String worker, String function, LongSupplier remaining) {}
