package dev.baton.agent.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The body of one response, written by one thread. Another may cut it when a write takes too long:
 * a reader who stopped keeps nothing but its own connection.
 */
final class ResponseText {
  private static final long NOT_WRITING = Long.MAX_VALUE;

  private final OutputStream body;
  private final Duration patience;
  private final InstantSource clock;
  private final Thread writer = Thread.currentThread();
  private volatile long writingSince = NOT_WRITING;
  private long lastWriteAt;
  private long bytes;

  /** A body that the calling thread writes. */
  ResponseText(OutputStream body, Duration patience, InstantSource clock) {
    this.body = body;
    this.patience = patience;
    this.clock = clock;
    this.lastWriteAt = clock.millis();
  }

  /** Writes whole frames and sends them on; nothing for an empty text. */
  void write(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    byte[] encoded = text.getBytes(UTF_8);
    lastWriteAt = clock.millis();
    writingSince = lastWriteAt;
    try {
      body.write(encoded);
      body.flush();
    } finally {
      writingSince = NOT_WRITING;
    }
    bytes += encoded.length;
  }

  /** When something was written last, milliseconds since 1970. */
  long lastWriteAt() {
    return lastWriteAt;
  }

  /** How many bytes were written. */
  long bytes() {
    return bytes;
  }

  /** Cuts the connection if its reader has not read for too long. */
  void cutIfStalled(long now) {
    long since = writingSince;
    if (since != NOT_WRITING && now - since >= patience.toMillis()) {
      cut();
    }
  }

  /** Cuts the connection: an interrupted write to a socket closes it. */
  void cut() {
    writer.interrupt();
  }
}
