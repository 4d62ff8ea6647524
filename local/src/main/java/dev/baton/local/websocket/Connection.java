package dev.baton.local.websocket;

import dev.baton.local.time.Timeline.Appointment;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
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

  /**
   * Sends a text message in frames of at most so many bytes. A single frame is not waited for; a
   * client that does not take several in time is cut off.
   */
  Sent send(String text, int frame) {
    sending.lock();
    try {
      if (ended.get()) {
        return Sent.GONE;
      }
      Session session = socket.join();
      Pieces pieces = new Pieces(text, frame);
      CompletableFuture<Void> written = write(session, pieces);
      while (!pieces.isEmpty()) {
        written.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        written = write(session, pieces);
      }
      return result(written);
    } catch (CompletionException failed) {
      cut();
      return Sent.GONE;
    } finally {
      sending.unlock();
    }
  }

  private static CompletableFuture<Void> write(Session session, Pieces pieces) {
    CompletableFuture<Void> written = new CompletableFuture<>();
    String piece = pieces.next();
    Callback done = Callback.from(() -> written.complete(null), written::completeExceptionally);
    session.sendPartialText(piece, pieces.isEmpty(), done);
    return written;
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
