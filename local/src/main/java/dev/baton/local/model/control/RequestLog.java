package dev.baton.local.model.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.model.http.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The latest requests for messages by API key. Thread-safe. */
public final class RequestLog {
  private static final int MOST = 500;

  private final InstantSource clock;
  private final Map<String, Deque<LoggedRequest>> requests = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** An empty log on a clock. */
  public RequestLog(InstantSource clock) {
    this.clock = clock;
  }

  /** An entry that is about to be answered. */
  public final class Entry {
    private final LoggedRequest logged;

    private Entry(LoggedRequest logged) {
      this.logged = logged;
    }

    /**
     * The answer has ended.
     *
     * @param status of HTTP, 0 when none was written
     * @param whole whether all of it was written
     */
    public void answered(int status, long bytes, boolean whole) {
      synchronized (RequestLog.this) {
        logged.answered(status, bytes, whole ? clock.instant() : null);
        RequestLog.this.notifyAll();
      }
    }
  }

  /** Notes a request that has come. */
  public Entry add(String key, Exchange exchange) {
    LoggedRequest logged;
    synchronized (this) {
      int number = numbers.merge(key, 1, Integer::sum);
      logged = new LoggedRequest(number, clock.instant(), exchange.request());
      Deque<LoggedRequest> own = requests.computeIfAbsent(key, any -> new ArrayDeque<>());
      own.add(logged);
      if (own.size() > MOST) {
        own.removeFirst();
      }
      notifyAll();
    }
    exchange.whenClosed(end -> {
      synchronized (this) {
        logged.closed(end);
        notifyAll();
      }
    });
    return new Entry(logged);
  }

  /**
   * The requests of a key, the oldest first, once there are so many and so many of their sockets
   * have ended, or after a wait.
   */
  public synchronized JsonNode shown(String key, int atLeast, int closed, Duration wait) {
    Instant end = clock.instant().plus(wait);
    Duration left = wait;
    while (left.isPositive() && (count(key) < atLeast || countOver(key) < closed)) {
      pause(left);
      left = Duration.between(clock.instant(), end);
    }
    ArrayNode list = Jsons.object().putArray("requests");
    of(key).forEach(each -> list.add(each.toJson()));
    return Jsons.object().set("requests", list);
  }

  /** Forgets the requests of a key. */
  public synchronized void clear(String key) {
    requests.remove(key);
    numbers.remove(key);
  }

  private List<LoggedRequest> of(String key) {
    Deque<LoggedRequest> own = requests.get(key);
    return own == null ? List.of() : List.copyOf(own);
  }

  private int count(String key) {
    return of(key).size();
  }

  private long countOver(String key) {
    return of(key).stream().filter(LoggedRequest::isOver).count();
  }

  private void pause(Duration longest) {
    try {
      wait(Math.max(1, longest.toMillis()));
    } catch (InterruptedException nobodyAsksAnyMore) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(nobodyAsksAnyMore);
    }
  }
}
