package dev.baton.agent.work.turn;

import dev.baton.agent.core.tool.Tool;
import dev.baton.agent.core.tool.ToolCall;
import dev.baton.agent.core.tool.ToolOutcome;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.agent.work.signal.StopSign;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Calls of tools that are under way, each on a virtual thread of its own. */
final class RunningCalls {
  private static final long LOOK_MS = 1_000;

  private final Workbench bench;
  private final String runId;
  private final Ended ended;

  /** Hears of each call that has ended, on the thread that waits for it. */
  @FunctionalInterface
  interface Ended {
    void accept(ToolCall call, ToolOutcome outcome, long durationMs);
  }

  private record Done(ToolCall call, ToolOutcome outcome, long durationMs) {}

  RunningCalls(Workbench bench, String runId, Ended ended) {
    this.bench = bench;
    this.runId = runId;
    this.ended = ended;
  }

  /**
   * Runs calls, so many at a time.
   *
   * @return false when there was no time left to begin all of them; none is under way then
   */
  @SuppressWarnings("try") // the breaking is open as long as calls are under way
  boolean run(List<ToolCall> calls, int together) {
    Collection<Thread> threads = new ConcurrentLinkedQueue<>();
    LinkedBlockingQueue<Done> done = new LinkedBlockingQueue<>();
    Iterator<ToolCall> waiting = calls.iterator();
    int running = 0;
    try (StopSign.Breaking breaking =
        bench.sign().breaking(() -> threads.forEach(Thread::interrupt))) {
      while (true) {
        bench.sign().check();
        while (running < together && waiting.hasNext() && isTimeLeft()) {
          threads.add(start(waiting.next(), done));
          running++;
        }
        if (running == 0) {
          return !waiting.hasNext();
        }
        Done next = done.poll(LOOK_MS, TimeUnit.MILLISECONDS);
        if (next != null) {
          running--;
          bench.sign().check();
          ended.accept(next.call(), next.outcome(), next.durationMs());
        }
      }
    } catch (InterruptedException interrupted) {
      threads.forEach(Thread::interrupt);
      throw RunStopped.interrupted();
    }
  }

  private boolean isTimeLeft() {
    return bench.remaining().getAsLong() >= bench.times().reserve().toMillis();
  }

  private Thread start(ToolCall call, LinkedBlockingQueue<Done> done) {
    long begun = bench.now();
    return Thread.ofVirtual()
        .name("agent-tool")
        .start(() -> {
          ToolOutcome outcome = outcome(call);
          if (outcome != null) {
            done.add(new Done(call, outcome, bench.now() - begun));
          }
        });
  }

  /** Null when nobody waits for it any more. */
  private @Nullable ToolOutcome outcome(ToolCall call) {
    try {
      Tool tool = Objects.requireNonNull(bench.tools().get(call.name()));
      return bench.api().call(runId, tool, call);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    } catch (RuntimeException fault) {
      bench.surroundings().log().error("agent_tool_failed", Map.of("run_id", runId), fault);
      return ToolOutcome.refused("TOOL_FAILED", "The call could not be made.");
    }
  }
}
