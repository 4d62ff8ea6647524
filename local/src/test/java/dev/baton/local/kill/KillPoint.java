package dev.baton.local.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Stops the world before the n-th call that changes something: the call never leaves, the file
 * {@code kill-me} appears, and every caller waits for its process to be killed. The number n stands
 * in the file {@code kill-before} of the folder that the system property {@code baton.kill.folder}
 * names; while there is none, nothing happens. The AWS SDK loads this class by its global
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
  private static final @Nullable String FOLDER = System.getProperty("baton.kill.folder");
  private static final AtomicInteger CALLS = new AtomicInteger();

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (FOLDER != null && CHANGES.contains(context.request().getClass().getSimpleName())) {
      stopBeforeTheChosenOne(Path.of(FOLDER), context.request().getClass().getSimpleName());
    }
  }

  private static void stopBeforeTheChosenOne(Path folder, String name) {
    Path before = folder.resolve("kill-before");
    if (!Files.exists(before)) {
      return;
    }
    int call = CALLS.incrementAndGet();
    int chosen = Integer.parseInt(read(before));
    if (call == chosen) {
      write(folder.resolve("kill-me"), name);
    }
    if (call >= chosen) {
      waitForTheEnd();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
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
