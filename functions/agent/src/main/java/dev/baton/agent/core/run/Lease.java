package dev.baton.agent.core.run;

/**
 * The right of one worker to go on with a run.
 *
 * @param worker the worker
 * @param epoch how often the run was taken; only the newest may write
 * @param until when it lapses, milliseconds since 1970
 */
public record Lease(String worker, long epoch, long until) {}
