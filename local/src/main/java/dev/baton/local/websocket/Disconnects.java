package dev.baton.local.websocket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/** Delivers {@code $disconnect} events as the mode of the moment says. */
final class Disconnects {
  private final Executor workers;
  private final Deque<Runnable> kept = new ArrayDeque<>();
  private DisconnectDelivery mode = DisconnectDelivery.PROMPT;

  Disconnects(Executor workers) {
    this.workers = workers;
  }

  synchronized void mode(DisconnectDelivery delivery) {
    mode = delivery;
  }

  synchronized void accept(Runnable delivery) {
    switch (mode) {
      case PROMPT -> workers.execute(delivery);
      case DELAYED -> kept.add(delivery);
      case NEVER -> {
        // Lost, as was asked for.
      }
    }
  }

  synchronized int kept() {
    return kept.size();
  }

  synchronized void deliver() {
    List<Runnable> all = new ArrayList<>(kept);
    kept.clear();
    all.forEach(workers::execute);
  }
}
