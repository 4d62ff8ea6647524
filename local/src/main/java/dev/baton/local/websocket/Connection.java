package dev.baton.local.websocket;

import dev.baton.local.time.Timeline.Appointment;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * One connection, from the moment in which {@code $connect} admitted it; its socket follows at
 * once. Messages to it go out one after the other, in the order in which {@link #send} is called.
 * Safe for use by many threads.
 */
final class Connection {
  /** How long the socket, or one frame of a large message, may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Admission admission;
  private final CompletableFuture<Session> socket = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ReentrantLock sending = new ReentrantLock();
  private volatile Instant lastActiveAt;
  private volatile Appointment idle = () -> {};
  private volatile Appointment life = () -> {};

  Connection(Admission admission, Instant now) {
    this.admission = admission;
    this.lastActiveAt = now;
  }

  /** What became of a message. */
  enum Sent {
    ACCEPTED,
    GONE,
    TOO_MANY
  }

  /** Who it is and since when. */
  Admission admission() {
    return admission;
  }

  Instant lastActiveAt() {
    return lastActiveAt;
  }

  void touch(Instant now) {
    lastActiveAt = now;
  }

  /** The socket is there. */
  void opened(Session session) {
    socket.complete(session);
  }

  /** Does this when the upgrade, although admitted, was never finished. */
  void otherwise(Runnable lost) {
    var unused =
        socket
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .exceptionally(never -> {
              lost.run();
              throw new CompletionException(never);
            });
  }

  /** Sets what rings when the connection is idle. */
  void idle(Appointment appointment) {
    idle = appointment;
    cancelIfEnded();
  }

  /** Sets what rings when the connection is old. */
  void life(Appointment appointment) {
    life = appointment;
    cancelIfEnded();
  }

  private void cancelIfEnded() {
    if (ended.get()) {
      idle.cancel();
      life.cancel();
    }
  }

  /** Marks the end; true for the first who does. */
  boolean end() {
    boolean first = ended.compareAndSet(false, true);
    cancelIfEnded();
    return first;
  }

  /** Sends a text message in frames of at most so many bytes; only several frames are awaited. */
  Sent send(String text, int frame) {
    sending.lock();
    try {
      if (ended.get()) {
        return Sent.GONE;
      }
      Session session = socket.join();
      Pieces pieces = new Pieces(text, frame);
      while (true) {
        String piece = pieces.next();
        CompletableFuture<Void> written = new CompletableFuture<>();
        session.sendPartialText(
            piece,
            pieces.isEmpty(),
            Callback.from(() -> written.complete(null), written::completeExceptionally));
        if (pieces.isEmpty()) {
          return result(written);
        }
        written.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      }
    } catch (CompletionException failed) {
      return failed.getCause() instanceof TimeoutException ? Sent.TOO_MANY : Sent.GONE;
    } finally {
      sending.unlock();
    }
  }

  private static Sent result(CompletableFuture<Void> written) {
    if (!written.isCompletedExceptionally()) {
      return Sent.ACCEPTED;
    }
    return written.exceptionNow() instanceof WritePendingException ? Sent.TOO_MANY : Sent.GONE;
  }

  /** Sends a close frame; a client that does not answer it is cut off after a while. */
  void close(Ending why) {
    socket.thenAccept(session -> {
      session.setIdleTimeout(PATIENCE);
      session.close(
          why.code(), why.reason(), Callback.from(() -> {}, fault -> session.disconnect()));
    });
  }

  /** Ends the TCP connection without a close frame. */
  void cut() {
    socket.thenAccept(Session::disconnect);
  }
}
