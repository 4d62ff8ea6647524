package dev.baton.local.isolation;

import dev.baton.local.lambda.Invoker;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * All processes of functions. Each is lent to one invocation at a time, the one that was used last
 * first; all end when this is closed.
 */
public final class Environments implements AutoCloseable {
  private final Isolation limits;
  private final Launcher launcher;
  private final List<ExecutionEnvironment> all = new ArrayList<>();

  /** Those that are not lent, the longest idle first. */
  private final SequencedSet<ExecutionEnvironment> idle = new LinkedHashSet<>();

  private boolean closed;

  /**
   * No process yet.
   *
   * @param awsUrl where functions find AWS, without a slash at the end
   * @throws IOException when the runtime cannot be unpacked
   */
  public Environments(Isolation limits, String awsUrl) throws IOException {
    this.limits = limits;
    this.launcher = new Launcher(RuntimeClient.unpack(), awsUrl);
  }

  /**
   * What runs a function in processes of its own.
   *
   * @param timeouts false to let it run past its timeout, for debugging
   * @throws dev.baton.local.template.TemplateException when its zip is not there
   */
  public Invoker invoker(FunctionDefinition function, boolean timeouts) {
    Launcher.check(function);
    return new ProcessInvoker(function, this, timeouts);
  }

  /**
   * Lends a process that is free, or starts one, or waits for one if the function has as many as it
   * may have.
   *
   * @throws IOException when none can be started
   */
  synchronized ExecutionEnvironment take(FunctionDefinition function)
      throws IOException, InterruptedException {
    @Nullable ExecutionEnvironment free = free(function);
    while (free == null && count(function) >= limits.concurrency() && !closed) {
      wait();
      free = free(function);
    }
    if (closed) {
      throw new InterruptedException("The local stack is stopping.");
    }
    if (free == null) {
      free = launcher.start(function);
      all.add(free);
      endIdle();
    }
    return free;
  }

  private @Nullable ExecutionEnvironment free(FunctionDefinition function) {
    Iterator<ExecutionEnvironment> lastFirst = idle.reversed().iterator();
    while (lastFirst.hasNext()) {
      ExecutionEnvironment environment = lastFirst.next();
      if (environment.function().equals(function)) {
        lastFirst.remove();
        if (environment.isAlive()) {
          return environment;
        }
        end(environment);
      }
    }
    return null;
  }

  private long count(FunctionDefinition function) {
    return all.stream().filter(one -> one.function().equals(function)).count();
  }

  /** Takes a process back, dead or alive. */
  synchronized void giveBack(ExecutionEnvironment environment) {
    if (environment.isAlive() && !closed) {
      idle.add(environment);
      endIdle();
    } else {
      end(environment);
    }
    notifyAll();
  }

  private void endIdle() {
    while (all.size() > limits.live() && !idle.isEmpty()) {
      end(idle.removeFirst());
    }
  }

  private void end(ExecutionEnvironment environment) {
    all.remove(environment);
    environment.close();
  }

  /** How many processes there are. */
  public synchronized int size() {
    return all.size();
  }

  /** Ends all processes. */
  @Override
  public void close() throws IOException, InterruptedException {
    List<ExecutionEnvironment> last;
    synchronized (this) {
      closed = true;
      last = List.copyOf(all);
      last.forEach(this::end);
      idle.clear();
      notifyAll();
    }
    for (ExecutionEnvironment environment : last) {
      environment.awaitEnd();
    }
    launcher.close();
  }
}
