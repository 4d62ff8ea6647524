package dev.baton.local.websocket;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/** Hears what Jetty reports of one socket. Public because Jetty calls it by reflection. */
public final class SocketListener implements Session.Listener.AutoDemanding {
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

  @Override
  public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
    callback.succeed();
    sockets.ended(connection, Ending.of(code, reason));
  }
}
