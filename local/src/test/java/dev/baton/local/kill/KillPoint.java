package dev.baton.local.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stops the world before the n-th call that changes something: the call never leaves, a file named by the system
 * property {@code baton.kill.signal} appears, and the caller waits for its process to be killed. The number n is the
 * system property {@code baton.kill.before}; without it nothing happens. The AWS SDK loads this class by its global
 * interceptor file, so it stands beneath functions that know nothing of it.
 */
public final class KillPoint implements ExecutionInterceptor {
  private static final Set<String> CHANGES =
      Set.of(
          "PutItemRequest",
          "UpdateItemRequest",
          "DeleteItemRequest",
          "TransactWriteItemsRequest",
          "InvokeRequest",
          "CreateScheduleRequest",
          "DeleteScheduleRequest",
          "SendMessageRequest");
  private static final int BEFORE = Integer.getInteger("baton.kill.before", 0);
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    String name = context.request().getClass().getSimpleName();
    if (BEFORE == 0 || !CHANGES.contains(name)) {
      return;
    }
    int call = CALLS.incrementAndGet();
    if (call == BEFORE) {
      signal(name);
    }
    if (call >= BEFORE) {
      waitForTheEnd();
    }
  }

  private static void signal(String name) {
    try {
      Files.writeString(Path.of(System.getProperty("baton.kill.signal", "")), name);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void waitForTheEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
