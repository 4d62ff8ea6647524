package dev.baton.agent.core.viewer;

import java.time.Duration;

/**
 * How long streams last and are silent. Source: streaming specification, sections 4.2, 4.4 and
 * 10.2.
 *
 * @param heartbeat the longest silence
 * @param longest the longest response
 * @param reserve what is left of an invocation when its response ends
 * @param lease after how long a native viewer is asked to come back, at the next pause
 * @param rest what counts as a pause
 * @param overtime how long a pause is waited for
 * @param idle how long a viewer waits for the first run
 * @param patience how long one write may take before its reader counts as gone
 */
public record StreamTimes(
    Duration heartbeat,
    Duration longest,
    Duration reserve,
    Duration lease,
    Duration rest,
    Duration overtime,
    Duration idle,
    Duration patience) {

  /** The usual times. */
  public static final StreamTimes USUAL =
      new StreamTimes(
          Duration.ofSeconds(10),
          Duration.ofMinutes(14),
          Duration.ofSeconds(10),
          Duration.ofSeconds(120),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30));
}
