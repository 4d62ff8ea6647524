package dev.baton.local.url;

import dev.baton.local.adapter.ServerInstance;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The Function URLs of the template, each at a port of its own as each has a host of its own on
 * AWS. The same functions are below {@code /api} of the HTTP API's port, as behind a content
 * delivery network or a domain: {@code /api/agent/stream} reaches {@code AgentStreamFunction}.
 */
public final class FunctionUrls implements AutoCloseable {
  private static final String FRONT = "/api/";

  private final int firstPort;
  private final boolean timeouts;
  private final Map<String, UrlServer> servers = new LinkedHashMap<>();
  private final Map<String, FunctionUrl> urls = new LinkedHashMap<>();
  private final Phaser open = new Phaser(1);

  /**
   * URLs that are opened when they are first asked for.
   *
   * @param firstPort port of the first one, the others follow; 0 for free ones
   * @param timeouts false while somebody stands at a breakpoint
   */
  public FunctionUrls(int firstPort, boolean timeouts) {
    this.firstPort = firstPort;
    this.timeouts = timeouts;
  }

  /**
   * The URL of a function, without a slash at the end. Its port is taken from now on.
   *
   * @param logicalId the function's name in the template
   * @throws UncheckedIOException when the port is taken by somebody else
   */
  public String address(String logicalId) {
    return server(logicalId).url();
  }

  private UrlServer server(String logicalId) {
    return servers.computeIfAbsent(
        logicalId, id -> UrlServer.open(firstPort == 0 ? 0 : firstPort + servers.size()));
  }

  /** All URLs in the order of the template. */
  public List<String> all() {
    return servers.values().stream().map(UrlServer::url).toList();
  }

  /**
   * Begins to answer.
   *
   * @throws Exception what Jetty reports
   */
  public void start(List<ServerInstance> instances) throws Exception {
    for (ServerInstance instance : instances) {
      if (instance.definition().url() != null) {
        UrlServer server = server(instance.definition().logicalId());
        FunctionUrl url = new FunctionUrl(instance, server.domain(), timeouts, open);
        urls.put(domain(instance.definition().logicalId()), url);
        server.start(url);
      }
    }
  }

  /** {@code agent} of {@code AgentStreamFunction}. */
  private static String domain(String logicalId) {
    return logicalId.split("(?<=[a-z0-9])(?=[A-Z])", 2)[0].toLowerCase(Locale.ROOT);
  }

  /** What stands below {@code /api} of another server; it leaves everything else alone. */
  public Handler front() {
    return new Front();
  }

  /**
   * Waits a second for responses under way, whose servers were drained.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public void settle() throws InterruptedException {
    try {
      open.awaitAdvanceInterruptibly(open.arriveAndDeregister(), 1, TimeUnit.SECONDS);
    } catch (TimeoutException stubborn) {
      // A client that does not read is cut with the rest.
    }
  }

  @Override
  public void close() throws Exception {
    for (UrlServer server : servers.values()) {
      server.close();
    }
  }

  private final class Front extends Handler.Abstract {

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = request.getHttpURI().getPath();
      if (path == null || !path.startsWith(FRONT)) {
        return false;
      }
      FunctionUrl url = urls.get(path.substring(FRONT.length()).split("/", 2)[0]);
      return url != null && url.handle(request, response, callback);
    }
  }
}
