package dev.baton.local.model.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a loopback port from {@link #open} to {@link #close}. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int BACKLOG = 4096;

  /** Answers one request; called on a virtual thread of its own. */
  @FunctionalInterface
  public interface Handler {
    /**
     * @throws IOException when the client is gone; an exchange that is not ended then is cut
     */
    void handle(Exchange exchange) throws IOException;
  }

  private final ServerSocket listener;
  private final Handler handler;
  private final int longestBody;
  private final InstantSource clock;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private HttpServer(ServerSocket listener, Handler handler, int longestBody, InstantSource clock) {
    this.listener = listener;
    this.handler = handler;
    this.longestBody = longestBody;
    this.clock = clock;
  }

  /**
   * Begins to listen.
   *
   * @param port 0 for any free one
   * @param longestBody bytes of a request
   * @throws IllegalStateException if the port is taken
   */
  public static HttpServer open(int port, Handler handler, int longestBody, InstantSource clock) {
    try {
      ServerSocket listener = new ServerSocket();
      listener.setReuseAddress(true);
      listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
      HttpServer server = new HttpServer(listener, handler, longestBody, clock);
      Thread.ofVirtual().name("model-accept").start(server::accept);
      return server;
    } catch (IOException taken) {
      throw new IllegalStateException(
          "The model stand-in cannot listen on port " + port + ".", taken);
    }
  }

  /** The port. */
  public int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException closed) {
        LOG.debug("The model stand-in accepts no more", closed);
      }
    }
  }

  private void serve(Socket socket) {
    Connection connection = new Connection(socket, handler, longestBody, clock);
    connections.add(connection);
    Thread.ofVirtual()
        .name("model-connection")
        .start(() -> {
          connection.run();
          connections.remove(connection);
        });
  }

  /** Stops listening and closes every socket. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException closedAnyway) {
      LOG.debug("The listener did not close", closedAnyway);
    }
    connections.forEach(Connection::close);
  }
}
