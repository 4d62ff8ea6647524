package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsService;
import dev.baton.local.lambda.Functions;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.SocketRoute;
import dev.baton.local.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket API: its open connections, and what a test may do to them. As on AWS the messages
 * of one connection run side by side.
 *
 * <p>Stopping ends all connections with 1001 and delivers no {@code $disconnect}.
 */
public final class Sockets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

  private final SocketApiDefinition api;
  private final SocketLimits limits;
  private final Timeline timeline;
  private final Ids ids = new Ids();
  private final SocketEvents events;
  private final RouteCalls calls;
  private final RouteSelection selection;
  private final Map<String, Connection> open = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Disconnects disconnects = new Disconnects(this::run);
  private volatile boolean stopping;

  /**
   * The API without connections.
   *
   * @param domain host and port that events name
   */
  public Sockets(
      SocketApiDefinition api,
      String domain,
      Functions functions,
      Timeline timeline,
      SocketLimits limits) {
    this.api = api;
    this.limits = limits;
    this.timeline = timeline;
    this.events = new SocketEvents(api, domain, timeline, ids);
    this.calls = new RouteCalls(functions);
    this.selection = new RouteSelection(api);
  }

  /** The handler that upgrades requests under the path of the stage. */
  public Handler door(Server server) {
    return SocketDoor.of(server, "/" + api.stage(), limits, this);
  }

  /** The {@code @connections}, for the AWS endpoint. */
  public AwsService connections() {
    return new ConnectionService(this, api.stage(), limits);
  }

  /** Ids of the open connections. */
  public Set<String> open() {
    return Set.copyOf(open.keySet());
  }

  /** Says what becomes of {@code $disconnect} events from now on. */
  public void disconnects(DisconnectDelivery delivery) {
    disconnects.mode(delivery);
  }

  /** How many {@code $disconnect} events are kept. */
  public int keptDisconnects() {
    return disconnects.kept();
  }

  /** Delivers the {@code $disconnect} events that were kept. */
  public void deliverDisconnects() {
    disconnects.deliver();
  }

  /**
   * Cuts a connection as a broken network does: neither side gets a close frame.
   *
   * @throws NoSuchElementException when it is not open
   */
  public void cut(String connectionId) {
    Connection connection = find(connectionId);
    if (connection == null) {
      throw new NoSuchElementException("Connection " + connectionId + " is not open.");
    }
    connection.cut();
    ended(connection, Ending.LOST);
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    open.values().forEach(connection -> close(connection, Ending.GOING_AWAY));
    workers.shutdown();
    if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
      workers.shutdownNow();
    }
  }

  @Nullable Connection find(String id) {
    return open.get(id);
  }

  /** The id of the next connection. */
  String nextId() {
    return ids.next();
  }

  Instant now() {
    return timeline.instant();
  }

  /** Asks {@code $connect}. */
  Verdict admit(Admission admission, UpgradeCall call) {
    SocketRoute route = api.routes().get("$connect");
    if (route == null) {
      return new Verdict.Admitted(null);
    }
    ObjectNode event = events.connect(admission, call);
    return Verdict.of(calls.call(route, event), event);
  }

  /** {@code $connect} let it in: from now on it can be sent to. */
  Connection admitted(Admission admission) {
    Connection connection = new Connection(admission, now());
    open.put(admission.connectionId(), connection);
    connection.otherwise(() -> ended(connection, Ending.LOST));
    connection.life(timeline.after(limits.life(), () -> close(connection, Ending.GOING_AWAY)));
    watchIdle(connection, limits.idle());
    return connection;
  }

  private void watchIdle(Connection connection, Duration wait) {
    connection.idle(
        timeline.after(
            wait,
            () -> {
              Duration silence = Duration.between(connection.lastActiveAt(), now());
              if (silence.compareTo(limits.idle()) >= 0) {
                close(connection, Ending.GOING_AWAY);
              } else {
                watchIdle(connection, limits.idle().minus(silence));
              }
            }));
  }

  /** A message came. */
  void received(Connection connection, SocketMessage message) {
    connection.touch(now());
    run(() -> route(connection, message));
  }

  private void route(Connection connection, SocketMessage message) {
    SocketRoute route = selection.of(message);
    String key = route == null ? "$default" : route.key();
    ObjectNode event = events.message(connection.admission(), key, message);
    if (route == null) {
      send(connection, RouteCalls.refusal("Forbidden", event));
      return;
    }
    JsonNode answer = calls.call(route, event);
    if (answer == null) {
      send(connection, RouteCalls.refusal("Internal server error", event));
    } else if (route.answers() && !answer.path("body").asText().isEmpty()) {
      send(connection, answer.path("body").asText());
    }
  }

  /** Sends a message to a client. */
  Connection.Sent send(Connection connection, String text) {
    connection.touch(now());
    return connection.send(text, limits.frame());
  }

  /** Closes from this side. */
  void close(Connection connection, Ending why) {
    if (ended(connection, why)) {
      connection.close(why);
    }
  }

  /** Notes an end; true when it was news. */
  boolean ended(Connection connection, Ending why) {
    if (!connection.end()) {
      return false;
    }
    open.remove(connection.admission().connectionId());
    SocketRoute route = api.routes().get("$disconnect");
    if (route != null && !stopping) {
      ObjectNode event = events.disconnect(connection.admission(), why);
      disconnects.accept(() -> calls.call(route, event));
    }
    return true;
  }

  private void run(Runnable work) {
    try {
      workers.execute(work);
    } catch (RejectedExecutionException stopped) {
      LOG.debug("A socket event came while the local stack stopped");
    }
  }
}
