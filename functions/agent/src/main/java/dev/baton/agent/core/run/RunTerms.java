package dev.baton.agent.core.run;

/**
 * What a run is about; it never changes. Times are milliseconds since 1970.
 *
 * @param sessionId its session
 * @param runId {@code run_} and 22 characters
 * @param owner whose it is
 * @param model the model that it calls
 * @param limits what it may use up
 * @param endsAlone whether it is called off when its last viewer has gone
 * @param firstSeq the number of its first event
 * @param startedAt when it was committed
 */
public record RunTerms(
    String sessionId,
    String runId,
    String owner,
    String model,
    RunLimits limits,
    boolean endsAlone,
    long firstSeq,
    long startedAt) {}
