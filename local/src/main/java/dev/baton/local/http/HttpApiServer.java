package dev.baton.local.http;

import dev.baton.local.lambda.Functions;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.HttpApiDefinition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The socket of the HTTP API. Requests run on virtual threads. */
public final class HttpApiServer implements AutoCloseable {
  // Longer than clients keep a connection, or one is closed while it is used again.
  private static final Duration KEPT_ALIVE = Duration.ofMinutes(2);

  // A crowd connects at once; a connection that overflows waits a second.
  private static final int MOST_WAITING = 1_024;

  private final Server server;
  private final ServerConnector connector;
  private final List<Handler> first = new ArrayList<>();

  /**
   * A server whose port is taken at once and which answers after {@link #start}.
   *
   * @param port port on the loopback interface, 0 for a free one
   * @throws IOException when the port is taken by somebody else
   */
  public HttpApiServer(int port) throws IOException {
    server = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(MOST_WAITING);
    connector.setPort(port);
    connector.setIdleTimeout(KEPT_ALIVE.toMillis());
    server.addConnector(connector);
    connector.open();
  }

  /** Its address without a slash at the end. */
  public String url() {
    return "http://" + domain();
  }

  /** Host and port, as events name the domain. */
  public String domain() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  /** A handler for this server that is asked before all others. */
  public void askFirst(Function<Server, Handler> maker) {
    first.addFirst(maker.apply(server));
  }

  /** Handlers that are asked before the API, in their order. */
  public void askFirst(List<Handler> others) {
    first.addAll(others);
  }

  /**
   * Begins to answer.
   *
   * @throws Exception what Jetty reports
   */
  public void start(HttpApiDefinition api, Functions functions, AwsPlace place, InstantSource clock)
      throws Exception {
    first.add(new ApiHandler(new HttpApi(api, domain(), functions, place, clock)));
    server.setHandler(new Handler.Sequence(first));
    server.start();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    connector.close();
  }

  /** Translates between Jetty and the API. */
  private static final class ApiHandler extends Handler.Abstract {
    private final HttpApi api;

    ApiHandler(HttpApi api) {
      this.api = api;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      HttpReply reply = api.answer(call(request));
      response.setStatus(reply.status());
      for (Map.Entry<String, String> header : reply.headers()) {
        response.getHeaders().add(header.getKey(), header.getValue());
      }
      response.write(true, ByteBuffer.wrap(reply.body()), callback);
      return true;
    }

    private static HttpCall call(Request request) throws IOException {
      String sourceIp = Request.getRemoteAddr(request);
      Map<String, List<String>> headers = new LinkedHashMap<>();
      for (HttpField field : request.getHeaders()) {
        headers
            .computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
            .add(field.getValue());
      }
      headers.putIfAbsent("x-forwarded-for", List.of(sourceIp));
      headers.putIfAbsent(
          "x-forwarded-port", List.of(Integer.toString(Request.getServerPort(request))));
      headers.putIfAbsent("x-forwarded-proto", List.of("http"));
      String query = request.getHttpURI().getQuery();
      String path = request.getHttpURI().getPath();
      return new HttpCall(
          request.getMethod(),
          path == null ? "/" : path,
          query == null ? "" : query,
          request.getConnectionMetaData().getProtocol(),
          headers,
          body(request),
          sourceIp);
    }

    /** The body, cut one byte behind the largest that is allowed. */
    private static byte[] body(Request request) throws IOException {
      try (var input = Content.Source.asInputStream(request)) {
        return input.readNBytes(HttpApi.LARGEST_BODY + 1);
      }
    }
  }
}
