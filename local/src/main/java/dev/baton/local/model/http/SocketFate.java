package dev.baton.local.model.http;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Becomes known once: how a socket ended. The first word counts. Thread-safe. */
final class SocketFate {
  private final InstantSource clock;
  private final List<Consumer<SocketEnd>> listeners = new ArrayList<>();
  private @Nullable SocketEnd end;

  SocketFate(InstantSource clock) {
    this.clock = clock;
  }

  /** The socket is ended now; without effect when it was before. */
  void end(SocketEnd.By by) {
    List<Consumer<SocketEnd>> told;
    SocketEnd now = new SocketEnd(by, clock.instant());
    synchronized (this) {
      if (end != null) {
        return;
      }
      end = now;
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.accept(now));
  }

  /** Is called once, now if the socket has ended already. */
  void listen(Consumer<SocketEnd> listener) {
    SocketEnd known;
    synchronized (this) {
      listeners.add(listener);
      known = end;
    }
    if (known != null) {
      listener.accept(known);
    }
  }

  /** Whether the socket has ended. */
  synchronized boolean ended() {
    return end != null;
  }
}
