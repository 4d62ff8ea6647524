package dev.baton.local.graph.http;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The loopback port on which the simulator listens: Jetty core, one virtual thread for each
 * request.
 */
public final class HttpDoor implements AutoCloseable {

  private static final int BACKLOG = 4096;

  private final Server server;
  private final ServerConnector connector;

  /**
   * @param port 0 for any free one
   */
  public HttpDoor(int port, Function<HttpCall, HttpAnswer> answers) {
    var pool = new QueuedThreadPool(16, 2);
    pool.setName("graph-http");
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    this.server = new Server(pool);
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(Duration.ofMinutes(10).toMillis());
    server.addConnector(connector);
    server.setHandler(handler(answers));
    server.setStopTimeout(0);
  }

  /** The same answers as a Jetty handler, to be mounted in another server. */
  public static Handler handler(Function<HttpCall, HttpAnswer> answers) {
    return new AnswerHandler(answers);
  }

  /**
   * Begins to listen.
   *
   * @throws IllegalStateException if the port is taken
   */
  public void open() {
    try {
      server.start();
    } catch (Exception cause) {
      throw new IllegalStateException(
          "The Graph simulator cannot listen on port " + connector.getPort() + ".", cause);
    }
  }

  /** Where it listens, without a trailing slash. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception cause) {
      throw new IllegalStateException("The Graph simulator did not stop.", cause);
    }
  }
}
