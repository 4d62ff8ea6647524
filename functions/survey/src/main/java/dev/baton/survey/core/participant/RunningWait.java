package dev.baton.survey.core.participant;

import dev.baton.survey.core.waiting.ArmedWait;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a participant. Source: survey spec §5.3 and §5.4.
 *
 * @param armed its tree and bits
 * @param timer its timer; null while time alone cannot end it
 * @param suspended whether its opening message is parked, so that its time does not run and its
 *     handoff is closed
 */
public record RunningWait(ArmedWait armed, @Nullable Timer timer, boolean suspended) {

  /** The same wait with other bits. */
  public RunningWait with(ArmedWait other) {
    return new RunningWait(other, timer, suspended);
  }

  /** The same wait with another timer. */
  public RunningWait withTimer(@Nullable Timer other) {
    return new RunningWait(armed, other, suspended);
  }

  /** The same wait with its time stopped. */
  public RunningWait suspend() {
    return new RunningWait(armed, null, true);
  }
}
