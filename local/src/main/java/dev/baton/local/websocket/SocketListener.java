package dev.baton.local.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.WebSocketException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what Jetty reports of one socket. Public because Jetty calls it by reflection. */
public final class SocketListener implements Session.Listener.AutoDemanding {
  private static final Logger LOG = LoggerFactory.getLogger(SocketListener.class);

  private final Sockets sockets;
  private final Connection connection;

  SocketListener(Sockets sockets, Connection connection) {
    this.sockets = sockets;
    this.connection = connection;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    connection.opened(session);
  }

  @Override
  public void onWebSocketText(String message) {
    sockets.received(connection, new SocketMessage(message, false));
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    byte[] bytes = new byte[payload.remaining()];
    payload.get(bytes);
    callback.succeed();
    String body = Base64.getEncoder().encodeToString(bytes);
    sockets.received(connection, new SocketMessage(body, true));
  }

  // The close event follows, and that is what a client's failing comes to.
  @Override
  public void onWebSocketError(Throwable cause) {
    if (cause instanceof IOException || cause instanceof WebSocketException) {
      LOG.debug("Connection {} broke", connection.admission().connectionId(), cause);
    } else {
      LOG.warn("Connection {} failed", connection.admission().connectionId(), cause);
    }
  }

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    sockets.ended(connection, Ending.of(code, reason));
  }
}
