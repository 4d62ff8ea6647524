package dev.baton.agent.socket;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.socket.EventFrames;
import dev.baton.agent.core.socket.Reply;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.DynamoSubscriptionStore;
import dev.baton.agent.store.Subscription;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.ErrorCodes;
import dev.baton.shell.socket.ConnectionSender;
import dev.baton.shell.socket.Delivery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes a connection to the events of its session. First comes what is in the log, then the
 * connection goes live, then the log is read once more: whatever was appended before that is in it,
 * whatever is appended later is pushed. Source: streaming specification, section 6. Thread-safe.
 */
public final class Subscribing {
  private static final int PAGE = 50;
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private final DynamoAgentStore store;
  private final DynamoEventLog log;
  private final DynamoSubscriptionStore subscriptions;
  private final ConnectionSender sender;
  private final InstantSource clock;

  /** Subscriptions to these. */
  public Subscribing(
      DynamoAgentStore store,
      DynamoEventLog log,
      DynamoSubscriptionStore subscriptions,
      ConnectionSender sender,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.subscriptions = subscriptions;
    this.sender = sender;
    this.clock = clock;
  }

  /** Whether the connection is subscribed already, or about to be. */
  public boolean has(String sessionId, String connection) {
    Subscription subscription = subscriptions.find(sessionId);
    return subscription != null && subscription.connectionId().equals(connection);
  }

  /**
   * Subscribes.
   *
   * @param after the last number that the client has; null for all of the latest run
   * @param requestId the client's own id of its frame; null when nobody is told
   * @return why not; null when it is done, or for the client to try again
   */
  public @Nullable CommandError subscribe(
      String sessionId, String connection, @Nullable Long after, @Nullable String requestId) {
    long last = log.last(sessionId);
    long from = after == null ? latestRun(sessionId) : after;
    if (from > last) {
      return beyond(last);
    }
    JsonObject data = JsonObject.builder().put("after", from).put("last_seq", last).build();
    sender.post(connection, Reply.done(requestId, data));
    follow(sessionId, connection, from);
    return null;
  }

  /** The same behind a number that is known to be there, without a reply. */
  public void follow(String sessionId, String connection, long after) {
    subscriptions.begin(sessionId, connection);
    long until = clock.millis() + LONGEST.toMillis();
    Long sent = replay(sessionId, connection, after, until);
    if (sent != null && subscriptions.setLive(sessionId, connection)) {
      sent = replay(sessionId, connection, sent, until);
    }
    if (sent == null) {
      subscriptions.end(sessionId, connection);
    }
  }

  /** The last number that was sent; null when it is for the client to go on. */
  private @Nullable Long replay(String id, String connection, long after, long until) {
    long sent = after;
    List<LoggedEvent> events = log.after(id, sent, PAGE, true);
    while (!events.isEmpty()) {
      if (clock.millis() >= until) {
        sender.post(connection, Reply.resubscribe(sent));
        return null;
      }
      for (String frame : EventFrames.of(id, events)) {
        if (sender.post(connection, frame) != Delivery.DELIVERED) {
          return null;
        }
      }
      sent = events.getLast().seq();
      events = log.after(id, sent, PAGE, true);
    }
    return sent;
  }

  private long latestRun(String sessionId) {
    AgentSession session = store.session(sessionId);
    String latest = session == null ? null : session.latestRun();
    Run run = latest == null ? null : store.run(sessionId, latest);
    return run == null ? 0 : run.terms().firstSeq() - 1;
  }

  private static CommandError beyond(long last) {
    return new CommandError(
        ErrorCodes.VALIDATION_ERROR,
        "after is beyond the last event of this session.",
        "Send the seq of the last event that was received, at most " + last + ", or none.",
        JsonObject.EMPTY);
  }
}
