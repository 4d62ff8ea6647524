package dev.baton.local.event;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.local.LocalStack;
import dev.baton.local.runtime.TaskFolders;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DynamicTest;

/**
 * Starts every function that has a handler from its zip, two at a time, those first whose events
 * others need.
 */
public final class EveryFunction implements AutoCloseable {
  private static final int AT_ONCE = 2;

  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final TaskFolders folders = new TaskFolders();

  /**
   * How one is started, and what comes of it.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface Start<T> {
    /** Starts it from this folder. */
    T of(FunctionDefinition function, Path folder) throws Exception;
  }

  /**
   * What must hold of it.
   *
   * @param <T> what came of its start
   */
  @FunctionalInterface
  public interface Check<T> {
    /** Asserts it. */
    void of(FunctionDefinition function, T outcome);
  }

  /** The starts begin before the tests, of which each waits for its own. */
  public <T> List<DynamicTest> tests(LocalStack stack, Start<T> start, Check<T> check)
      throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
      if (!function.isServer()) {
        Path folder = folders.of(function.code()).path();
        Future<T> outcome = workers.submit(() -> start.of(function, folder));
        if (SampleEvents.isFirst(function.event())) {
          outcome.get(2, TimeUnit.MINUTES);
        }
        tests.add(dynamicTest(function.event(), () -> check.of(function, outcome.get())));
      }
    }
    return tests;
  }

  @Override
  public void close() throws IOException {
    workers.shutdownNow();
    folders.close();
  }
}
