package dev.baton.local.websocket;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;

/** A WebSocket client of Jetty, which can be told how large its frames are. */
final class FramingSocket implements AutoCloseable {
  private final WebSocketClient client;
  private final Session session;

  private FramingSocket(WebSocketClient client, Session session) {
    this.client = client;
    this.session = session;
  }

  /** Opens a socket that cuts its messages into frames of so many bytes. */
  static FramingSocket open(String address, int frame) throws Exception {
    WebSocketClient client = new WebSocketClient();
    client.setMaxFrameSize(frame);
    client.start();
    Session session = client.connect(new Silent(), URI.create(address)).get(10, TimeUnit.SECONDS);
    return new FramingSocket(client, session);
  }

  void send(String text) {
    session.sendText(text, Callback.NOOP);
  }

  /** Goes without a word, as a phone without reception does. */
  void vanish() {
    session.disconnect();
  }

  @Override
  public void close() throws Exception {
    client.stop();
  }

  /** Hears nothing. Public because Jetty calls it by reflection. */
  public static final class Silent implements Session.Listener.AutoDemanding {}
}
