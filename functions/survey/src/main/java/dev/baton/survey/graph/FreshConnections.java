package dev.baton.survey.graph;

import dev.baton.shell.http.HttpClients;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * An HTTP client whose pooled connections were in use within the last seconds. A connection that
 * slept, as it does while Lambda freezes a process, fails only after the request was written; that
 * would leave a message in doubt for a minute.
 */
final class FreshConnections {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Supplier<HttpClient.Builder> clients = HttpClients.ofProcess();
  private final InstantSource clock;
  private HttpClient client;
  private Instant lastUse;

  FreshConnections(InstantSource clock) {
    this.clock = clock;
    this.client = newClient();
    this.lastUse = clock.instant();
  }

  /** The client to use now. A replaced one ends when the calls that still use it have ended. */
  synchronized HttpClient client() {
    Instant now = clock.instant();
    if (Duration.between(lastUse, now).compareTo(LONGEST_PAUSE) > 0) {
      client.shutdown();
      client = newClient();
    }
    lastUse = now;
    return client;
  }

  private HttpClient newClient() {
    return clients
        .get()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }
}
