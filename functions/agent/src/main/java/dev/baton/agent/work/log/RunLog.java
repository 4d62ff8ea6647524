package dev.baton.agent.work.log;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunGrammar;
import dev.baton.agent.core.turn.Coalescer;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.EventBatch;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.agent.work.signal.Stop;
import dev.baton.shell.aws.AwsFaults;
import dev.baton.shell.config.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run's log, where its worker writes. One append is under way at a time, because one
 * thread appends; what comes meanwhile waits with it. An append that was refused means that
 * somebody else writes. For one thread. Source: streaming specification, section 8.
 */
public final class RunLog {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
  private static final int MOST_CHARACTERS = 96 * 1024;

  private final DynamoEventLog log;
  private final RunPlace place;
  private final Surroundings surroundings;
  private final BooleanSupplier pushed;
  private final Coalescer coalescer;
  private final List<LoggedEvent> ready = new ArrayList<>();
  private RunGrammar grammar;
  private long last;

  /**
   * The end of a log.
   *
   * @param grammar the run's log so far
   * @param last the number of its last event
   * @param pushed whether its events are also pushed to a socket
   * @param gathering gathers pieces of text before they get numbers
   */
  public RunLog(
      DynamoEventLog log,
      RunPlace place,
      RunGrammar grammar,
      long last,
      BooleanSupplier pushed,
      Coalescer gathering,
      Surroundings surroundings) {
    this.log = log;
    this.place = place;
    this.grammar = grammar;
    this.last = last;
    this.pushed = pushed;
    this.coalescer = gathering;
    this.surroundings = surroundings;
  }

  /** Takes an event; it is appended by one of the methods below. */
  public void add(AgentEvent event) {
    coalescer.offer(event, now()).forEach(this::place);
  }

  /** Appends what may not wait longer. */
  public void write() {
    coalescer.due(now()).forEach(this::place);
    append();
  }

  /** Appends everything. */
  public void flush() {
    coalescer.flush().forEach(this::place);
    append();
  }

  /** Takes an event and appends everything. */
  public void append(AgentEvent event) {
    add(event);
    flush();
  }

  /** Milliseconds until something may not wait longer; null when nothing waits. */
  public @Nullable Long waitMs() {
    return ready.isEmpty() ? coalescer.waitMs(now()) : Long.valueOf(0);
  }

  /** Whether so much waits that it should be appended before more is taken. */
  public boolean isFull() {
    return ready.size() >= EventBatch.MOST;
  }

  /** The number of the last event that was taken; what is still gathered has none. */
  public long last() {
    return last;
  }

  private void place(AgentEvent event) {
    switch (grammar.accept(event)) {
      case RunGrammar.Accepted(RunGrammar next) -> grammar = next;
      case RunGrammar.Violated(String reason) -> {
        surroundings
            .log()
            .error("agent_grammar_violated", Map.of("run_id", place.runId(), "reason", reason));
        throw RunStopped.by(RunErrorCode.INTERNAL_ERROR);
      }
    }
    last++;
    ready.add(LoggedEvent.of(event, last, place.runId(), now()));
  }

  private void append() {
    while (!ready.isEmpty()) {
      List<LoggedEvent> some = ready.subList(0, fitting());
      append(
          new EventBatch(
              place.sessionId(),
              place.runId(),
              place.epoch(),
              UUID.randomUUID().toString(),
              pushed.getAsBoolean(),
              some));
      some.clear();
    }
  }

  /** As many as one item holds. */
  private int fitting() {
    int count = 0;
    long characters = 0;
    while (count < ready.size() && count < EventBatch.MOST) {
      characters += ready.get(count).text().length();
      if (count > 0 && characters > MOST_CHARACTERS) {
        return count;
      }
      count++;
    }
    return count;
  }

  private void append(EventBatch batch) {
    long begun = now();
    Duration wait = FIRST_WAIT;
    boolean interrupted = false;
    while (true) {
      try {
        if (!log.append(batch)) {
          throw new RunStopped(new Stop.Fenced());
        }
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return;
      } catch (RunStopped stopped) {
        throw stopped;
      } catch (RuntimeException fault) {
        if (Thread.interrupted()) {
          // Whether it was written must be known before anything else can be.
          interrupted = true;
          continue;
        }
        // The very same item again: if it was written after all, it is found.
        boolean late = now() - begun + wait.toMillis() > PATIENCE.toMillis();
        if (late || !AwsFaults.mayPass(fault)) {
          throw RunStopped.by(RunErrorCode.LOG_WRITE_FAILED);
        }
      }
      surroundings.pause().forDuration(wait);
      Duration doubled = wait.multipliedBy(2);
      wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
  }

  private long now() {
    return surroundings.clock().millis();
  }
}
