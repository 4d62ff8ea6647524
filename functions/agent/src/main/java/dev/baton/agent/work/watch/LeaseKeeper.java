package dev.baton.agent.work.watch;

import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.run.Cancellation;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.core.run.RunTimes;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.work.signal.Stop;
import dev.baton.agent.work.signal.StopSign;
import dev.baton.shell.config.Surroundings;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the lease of one run and looks whether it is to end, on a thread of its own, so that it
 * hears of it whatever the worker waits for. Whoever cannot renew for a whole lease has lost it.
 */
public final class LeaseKeeper implements AutoCloseable {
  private final AgentRuns runs;
  private final DynamoAgentStore store;
  private final Run run;
  private final StopSign sign;
  private final RunCompany company;
  private final WatchTimes times;
  private final Surroundings surroundings;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private long renewedAt;
  private volatile boolean sockets;

  /**
   * A keeper that works until it is closed.
   *
   * @param run the run as its taking left it
   * @param sign is raised when it is over
   * @param company for whom the run works
   * @param sockets whether events are also pushed to a socket, so far
   */
  public LeaseKeeper(
      AgentRuns runs,
      DynamoAgentStore store,
      Run run,
      StopSign sign,
      RunCompany company,
      boolean sockets,
      WatchTimes times,
      Surroundings surroundings) {
    this.runs = runs;
    this.store = store;
    this.run = run;
    this.sign = sign;
    this.company = company;
    this.sockets = sockets;
    this.times = times;
    this.surroundings = surroundings;
    this.renewedAt = surroundings.clock().millis();
    this.thread = Thread.ofVirtual().name("agent-lease").unstarted(this::watch);
  }

  /** Begins. */
  public void start() {
    thread.start();
  }

  /** Whether events are also pushed to a socket. */
  public boolean sockets() {
    return sockets;
  }

  private void watch() {
    try {
      while (!closed.await(times.look().toMillis(), TimeUnit.MILLISECONDS)
          && sign.reason() == null) {
        lookOrMiss();
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookOrMiss() {
    long now = surroundings.clock().millis();
    if (now - renewedAt >= runs.patience().lease().toMillis()) {
      sign.raise(new Stop.Fenced());
      return;
    }
    try {
      look(now);
    } catch (RuntimeException missed) {
      // The next look may succeed; the lease says for how long.
      surroundings.log().error("agent_watch_failed", Map.of("run_id", run.id()), missed);
    }
  }

  private void look(long now) {
    Run seen = store.run(run.sessionId(), run.id());
    if (seen == null || !seen.isHeldBy(run.epoch())) {
      sign.raise(new Stop.Fenced());
      return;
    }
    Cancellation cancel = seen.cancel();
    if (cancel != null) {
      sign.raise(new Stop.End(new RunEnding.Cancelled(cancel.reason())));
    } else if (RunTimes.workedMs(seen, now) >= run.terms().limits().runTimeMs()) {
      RunError error = RunError.of(RunErrorCode.MAX_RUN_TIME);
      sign.raise(new Stop.End(new RunEnding.Failed(error)));
    }
    if (now - renewedAt >= times.renewal().toMillis()) {
      renew(now);
    }
  }

  private void renew(long now) {
    RunHandled handled = runs.handle(run.sessionId(), run.id(), new RunCommand.Renew(run.epoch()));
    if (handled instanceof RunHandled.Decided(Run seen, RunOutcome outcome)
        && outcome instanceof RunOutcome.Applied) {
      renewedAt = now;
    } else if (!(handled instanceof RunHandled.Contended)) {
      sign.raise(new Stop.Fenced());
    }
    AgentSession session = store.session(run.sessionId());
    sockets = session != null && session.sockets();
    company.look(now);
  }

  /** Ends its work; the lease runs out when nobody else ends it. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
