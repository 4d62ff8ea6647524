package dev.baton.agent.work.watch;

import java.time.Duration;

/**
 * How often a worker looks after what. Source: streaming specification, sections 1.2 and 7.6.
 *
 * @param look between two looks at the run
 * @param renewal between two renewals of the lease
 */
public record WatchTimes(Duration look, Duration renewal) {}
