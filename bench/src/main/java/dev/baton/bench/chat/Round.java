package dev.baton.bench.chat;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** One message on its way to everybody in a room. */
final class Round {
  private static final int LONGEST_SECONDS = 60;

  private final String text;
  private final AtomicLongArray heardAt;
  private final CountDownLatch missing;

  Round(String text, int listeners) {
    this.text = text;
    this.heardAt = new AtomicLongArray(listeners);
    this.missing = new CountDownLatch(listeners);
  }

  String text() {
    return text;
  }

  /** A frame came to a listener; a message that comes twice counts once. */
  void heard(int listener, String frame) {
    if (frame.contains("\"type\":\"message\"")
        && frame.contains(text)
        && heardAt.compareAndSet(listener, 0, System.nanoTime())) {
      missing.countDown();
    }
  }

  /** Waits for everybody, and answers the nanoseconds to each in ascending order. */
  long[] since(long begun) throws InterruptedException {
    if (!missing.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException(missing.getCount() + " did not hear '" + text + "'.");
    }
    long[] took =
        IntStream.range(0, heardAt.length()).mapToLong(one -> heardAt.get(one) - begun).toArray();
    Arrays.sort(took);
    return took;
  }
}
