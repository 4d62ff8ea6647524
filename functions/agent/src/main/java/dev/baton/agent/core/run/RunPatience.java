package dev.baton.agent.core.run;

import java.time.Duration;

/**
 * How long a run waits for whom. Source: streaming specification, section 1.2.
 *
 * @param start for its first worker
 * @param lease for the next word of its worker
 * @param grace beyond the lease, before the worker is given up
 * @param approval for a person
 * @param successor for the worker that goes on
 * @param successors how often a successor is started again
 * @param look between two looks of its timer while a worker is at it
 */
public record RunPatience(
    Duration start,
    Duration lease,
    Duration grace,
    Duration approval,
    Duration successor,
    int successors,
    Duration look) {

  /** The usual patience. */
  public static final RunPatience USUAL =
      new RunPatience(
          Duration.ofSeconds(120),
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofSeconds(60),
          2,
          Duration.ofSeconds(60));
}
