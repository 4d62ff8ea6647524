package dev.baton.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The first thing that a process answers, and when. */
final class FirstAnswer implements Receiver {
  /** Any answer will do. */
  static final int ANY = 0;

  private final CompletableFuture<Long> right = new CompletableFuture<>();
  private final int expected;

  /** An answer that must have this HTTP status. */
  FirstAnswer(int expected) {
    this.expected = expected;
  }

  @Override
  public void answered(String mode, InputStream body) throws IOException {
    String text = new String(body.readAllBytes(), UTF_8);
    long now = System.nanoTime();
    if (expected == ANY || SampleEvents.status(text) == expected) {
      right.complete(now);
    } else {
      right.completeExceptionally(new IllegalStateException(text));
    }
  }

  @Override
  public void failed(byte[] error) {
    right.completeExceptionally(new IllegalStateException(new String(error, UTF_8)));
  }

  /** When the function answered, in nanoseconds of this JVM. Waits a minute. */
  long await() throws Exception {
    return right.get(1, TimeUnit.MINUTES);
  }
}
