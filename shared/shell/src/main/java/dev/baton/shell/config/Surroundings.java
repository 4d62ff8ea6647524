package dev.baton.shell.config;

import dev.baton.shell.log.Log;
import dev.baton.shell.log.LogSink;
import dev.baton.shell.metric.Metrics;
import dev.baton.shell.rehearsal.Rehearsal;
import dev.baton.shell.time.Pause;
import java.time.InstantSource;

/**
 * What a function has around it beside AWS.
 *
 * @param clock the time
 * @param pause how it waits
 * @param sink where its log lines and metrics go
 */
public record Surroundings(InstantSource clock, Pause pause, LogSink sink) {

  /** As Lambda gives them; in a rehearsal nobody waits and nothing is written. */
  public static Surroundings ofProcess() {
    return Rehearsal.current() == null
        ? new Surroundings(InstantSource.system(), Pause.asleep(), LogSink.ofFunction())
        : new Surroundings(InstantSource.system(), pause -> {}, line -> {});
  }

  /** The log of this function. */
  public Log log() {
    return Log.to(sink, clock);
  }

  /** The metrics of this function. */
  public Metrics metrics() {
    return Metrics.to(sink, clock);
  }
}
