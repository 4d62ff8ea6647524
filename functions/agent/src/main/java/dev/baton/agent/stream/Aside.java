package dev.baton.agent.stream;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does work on a thread of its own and waits for it. The thread of a stream lives for minutes and
 * mostly rests: what a call of AWS leaves behind, a deep stack and buffers kept for the thread,
 * must not rest with it. Half the memory of an idle viewer was that.
 */
final class Aside {
  private Aside() {}

  /** What the work answers, or what it throws. An interrupt is kept for later. */
  static <T extends @Nullable Object> T call(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(work, Thread::startVirtualThread).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /** The same for work that answers nothing. */
  static void run(Runnable work) {
    Aside.<@Nullable Void>call(() -> {
      work.run();
      return null;
    });
  }
}
