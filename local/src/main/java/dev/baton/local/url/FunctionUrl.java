package dev.baton.local.url;

import dev.baton.local.adapter.InnerExchange;
import dev.baton.local.adapter.ServerInstance;
import dev.baton.local.http.Cors;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * One Function URL in response-streaming mode, open to everybody. Each request is an invocation of
 * its own that ends at the function's timeout.
 */
final class FunctionUrl extends Handler.Abstract {
  /** Largest body that Lambda takes. */
  private static final int LARGEST_BODY = 6 * 1024 * 1024;

  /** What Lambda and Jetty say themselves. */
  private static final Set<String> LEFT_OUT =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  private final ServerInstance instance;
  private final UrlEvent events;
  private final Cors cors;
  private final boolean timeouts;
  private final Phaser open;

  /**
   * The URL of a function.
   *
   * @param domain host and port of the URL
   * @param timeouts false while somebody stands at a breakpoint
   * @param open has a party for each response under way
   */
  FunctionUrl(ServerInstance instance, String domain, boolean timeouts, Phaser open) {
    this.instance = instance;
    this.events = new UrlEvent(domain);
    this.cors = new Cors(Objects.requireNonNull(definition().url()).cors());
    this.timeouts = timeouts;
    this.open = open;
  }

  /** What the template says of the function. */
  private FunctionDefinition definition() {
    return instance.definition();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Map<String, String> preflight =
        cors.preflight(request.getMethod(), name -> request.getHeaders().get(name));
    if (preflight != null) {
      preflight.forEach(response.getHeaders()::put);
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
      return true;
    }
    cors.headers(request.getHeaders().get("origin")).forEach(response.getHeaders()::put);
    byte[] body = body(request);
    if (body.length > LARGEST_BODY) {
      Response.writeError(request, response, callback, 413);
      return true;
    }
    begin(request, response, callback, body);
    return true;
  }

  private void begin(Request request, Response response, Callback callback, byte[] body) {
    InnerExchange exchange = instance.exchange(events.of(request, body, Instant.now()));
    Relay relay = new Relay(exchange, request, response, callback);
    // Lambda has no time for silence but the function's timeout.
    request.addIdleTimeoutListener(idle -> false);
    Scheduler.Task end = schedule(request, relay);
    open.register();
    Thread.ofVirtual()
        .name(definition().name())
        .start(() -> {
          try {
            relay.run(this::isKept);
          } finally {
            end.cancel();
            open.arriveAndDeregister();
          }
        });
  }

  private Scheduler.Task schedule(Request request, Relay relay) {
    if (!timeouts) {
      return () -> true;
    }
    Duration timeout = definition().timeout();
    return request
        .getComponents()
        .getScheduler()
        .schedule(
            () -> relay.giveUp(Relay.Broken.TIMED_OUT), timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isKept(String header) {
    return !LEFT_OUT.contains(header) && !cors.replaces(header);
  }

  /** The body, cut one byte behind the largest that is allowed. */
  private static byte[] body(Request request) throws IOException {
    try (var input = Content.Source.asInputStream(request)) {
      return input.readNBytes(LARGEST_BODY + 1);
    }
  }
}
