package dev.baton.shell.live;

import dev.baton.core.frame.CloseReason;
import dev.baton.core.frame.ServerFrame;
import dev.baton.core.frame.WayBack;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.shell.socket.Connection;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.DynamoConnectionStore;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers on one connection. Too many refusals of one kind end it. Answers to a connection that is
 * gone are dropped: its client comes back and catches up. Thread-safe.
 */
public final class LiveSockets {
  private static final int MOST_MALFORMED = 10;
  private static final int MOST_LIMITED = 20;

  private final DynamoConnectionStore connections;
  private final ConnectionSender sender;
  private final InstantSource clock;

  /** Answers through the sender. */
  public LiveSockets(
      DynamoConnectionStore connections, ConnectionSender sender, InstantSource clock) {
    this.connections = connections;
    this.sender = sender;
    this.clock = clock;
  }

  /** What is known of a connection, or null. */
  public @Nullable Connection find(String connectionId) {
    return connections.load(connectionId);
  }

  /** Sends frames in their order. */
  public void send(String connectionId, List<JsonObject> frames) {
    frames.forEach(frame -> sender.post(connectionId, frame));
  }

  /** Refuses a frame; the connection stays. */
  public void refuse(String connectionId, CommandError error, @Nullable ClientFrame frame) {
    String action = frame == null ? null : frame.action();
    String ref = frame == null ? null : frame.ref();
    sender.post(connectionId, new ServerFrame.Refusal(error, action, ref).toJson());
  }

  /** Refuses a frame that nobody can follow; the tenth ends the connection. */
  public void malformed(
      Connection connection, CommandError error, @Nullable ClientFrame frame, WayBack way) {
    refuse(connection.id(), error, frame);
    if (connections.countMalformed(connection.id()) >= MOST_MALFORMED) {
      close(connection.id(), CloseReason.PROTOCOL_ERROR, way);
    }
  }

  /** Refuses a frame over its rate; the twentieth in a minute ends the connection. */
  public void limited(Connection connection, CommandError error, ClientFrame frame, WayBack way) {
    refuse(connection.id(), error, frame);
    if (connections.countLimited(connection.id(), clock.millis()) >= MOST_LIMITED) {
      close(connection.id(), CloseReason.RATE_LIMITED, way);
    }
  }

  /**
   * Says why, and ends the connection. What is kept of it stays until {@code $disconnect}, which
   * tells the session by it that the connection is gone.
   */
  public void close(String connectionId, CloseReason reason, WayBack way) {
    sender.close(connectionId, new ServerFrame.Closed(reason, way).toJson());
  }
}
