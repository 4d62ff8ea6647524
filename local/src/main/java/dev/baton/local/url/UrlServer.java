package dev.baton.local.url;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The socket of one Function URL. */
final class UrlServer implements AutoCloseable {
  // A crowd connects at once; a connection that overflows waits a second.
  private static final int MOST_WAITING = 1_024;

  private final Server server = new Server(new VirtualThreadPool());
  private final ServerConnector connector;

  private UrlServer() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.UNSAFE);
    connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(MOST_WAITING);
    server.addConnector(connector);
  }

  /** A socket whose port is taken and which answers after {@link #start}. */
  static UrlServer open(int port) {
    UrlServer opened = new UrlServer();
    try {
      opened.connector.setPort(port);
      opened.connector.open();
      return opened;
    } catch (IOException taken) {
      throw new UncheckedIOException("The port " + port + " is taken", taken);
    }
  }

  String url() {
    return "http://" + domain();
  }

  String domain() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  void start(Handler handler) throws Exception {
    server.setHandler(handler);
    server.start();
  }

  @Override
  public void close() throws Exception {
    server.stop();
    connector.close();
  }
}
