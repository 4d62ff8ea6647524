package dev.baton.agent.core.event;

import java.util.ArrayList;
import java.util.List;

/** A log of one session in the making: gives events their numbers and times. */
public final class LogMaker {
  /** The session of all logs. */
  public static final String SESSION = "as_4F";

  /** The model of all logs. */
  public static final String MODEL = "claude-sonnet-4-5";

  private static final long START = 1_795_000_000_000L;
  private static final long STEP = 40;

  private final List<LoggedEvent> log = new ArrayList<>();
  private String runId = "";

  /** Begins a run. */
  public LogMaker run(String id) {
    runId = id;
    return add(RunEvents.runStarted(SESSION, MODEL));
  }

  /** Appends an event to the run. */
  public LogMaker add(AgentEvent event) {
    log.add(LoggedEvent.of(event, next(), runId, START + STEP * log.size()));
    return this;
  }

  /** The number of the next event. */
  public long next() {
    return log.size() + 1L;
  }

  /** The events so far. */
  public List<LoggedEvent> log() {
    return List.copyOf(log);
  }
}
