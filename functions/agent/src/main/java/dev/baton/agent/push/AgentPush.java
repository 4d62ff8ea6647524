package dev.baton.agent.push;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.socket.EventFrames;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoSubscriptionStore;
import dev.baton.agent.store.Subscription;
import dev.baton.core.json.JsonObject;
import dev.baton.core.session.SessionCommand;
import dev.baton.shell.dynamo.StreamImage;
import dev.baton.shell.lambda.StreamBatch;
import dev.baton.shell.lambda.StreamLanes;
import dev.baton.shell.log.Log;
import dev.baton.shell.session.Origin;
import dev.baton.shell.session.Sessions;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings one batch of the stream to sockets: events of one session in their order and together,
 * those of different sessions at once. Events may come twice; clients drop what they have by its
 * number.
 */
final class AgentPush {
  private final DynamoSubscriptionStore subscriptions;
  private final ConnectionSender sender;
  private final Sessions sessions;
  private final Log log;

  AgentPush(
      DynamoSubscriptionStore subscriptions, ConnectionSender sender, Sessions sessions, Log log) {
    this.subscriptions = subscriptions;
    this.sender = sender;
    this.sessions = sessions;
    this.log = log;
  }

  JsonObject handle(StreamBatch batch) {
    return StreamLanes.handle(batch, this::push);
  }

  private int push(List<JsonObject> lane) {
    StreamImage first = StreamImage.of(lane.getFirst());
    String sessionId = first == null ? null : first.text(DynamoEventLog.PUSHED);
    if (sessionId == null) {
      return lane.size();
    }
    try {
      push(sessionId, events(lane));
      return lane.size();
    } catch (RuntimeException fault) {
      log.error("agent_push_failed", Map.of("session_id", sessionId), fault);
      return 0;
    }
  }

  private static List<LoggedEvent> events(List<JsonObject> lane) {
    List<LoggedEvent> events = new ArrayList<>();
    for (JsonObject one : lane) {
      StreamImage image = StreamImage.of(one);
      if (image != null) {
        events.addAll(DynamoEventLog.pushed(image));
      }
    }
    return events;
  }

  private void push(String sessionId, List<LoggedEvent> events) {
    Subscription subscription = subscriptions.find(sessionId);
    if (subscription == null || !subscription.live()) {
      return;
    }
    String connection = subscription.connectionId();
    for (String frame : EventFrames.of(sessionId, events)) {
      Delivery delivery = sender.post(connection, frame);
      if (delivery != Delivery.DELIVERED) {
        giveUp(sessionId, connection, delivery);
        return;
      }
    }
  }

  // A client that comes back subscribes behind what it has, so nothing is lost with the connection.
  private void giveUp(String sessionId, String connection, Delivery delivery) {
    subscriptions.end(sessionId, connection);
    if (delivery == Delivery.FAILED) {
      sender.delete(connection);
    }
    sessions.handle(sessionId, new SessionCommand.Drop(connection), Origin.ofBaton("agent-push"));
  }
}
