package dev.baton.local.graph.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Conversations;
import dev.baton.local.graph.time.Activity;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.webhook.Channel;
import dev.baton.local.graph.webhook.Delivery;
import dev.baton.local.graph.webhook.WebhookCourier;
import dev.baton.local.graph.webhook.WebhookItem;
import dev.baton.local.time.Timeline;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * What all of Messenger shares: the conversations, the time, the way to our app's webhook and the
 * rules in force. Safe for use by many threads.
 */
public final class Messenger {

  private final String ourApp;
  private final Conversations conversations;
  private final WebhookCourier courier;
  private final Timeline timeline;
  private final Activity activity;
  private final Chance chance;
  private final AtomicLong ids = new AtomicLong();
  private final String idPrefix;
  private final RulesInForce rules;

  public Messenger(
      String ourApp,
      Conversations conversations,
      WebhookCourier courier,
      Timeline timeline,
      Activity activity,
      Chance chance) {
    this.ourApp = ourApp;
    this.conversations = conversations;
    this.courier = courier;
    this.timeline = timeline;
    this.activity = activity;
    this.chance = chance;
    // Two runs over the same journal must not give the same id twice.
    this.idPrefix = Long.toString(timeline.millis(), 36);
    this.rules = new RulesInForce(RoutingRules.withDefaultApp(ourApp));
  }

  /** Id of the app to whose webhook everything is told. */
  public String ourApp() {
    return ourApp;
  }

  public Conversations conversations() {
    return conversations;
  }

  /** What is going on and will end by itself. */
  public Activity activity() {
    return activity;
  }

  public Chance chance() {
    return chance;
  }

  public RulesInForce rules() {
    return rules;
  }

  /** An id such as {@code m_…} that was never given before. */
  public String newId(String kind) {
    return kind + "_" + idPrefix + "_" + ids.incrementAndGet();
  }

  public long now() {
    return timeline.millis();
  }

  /** A timestamp for the next event of this conversation. */
  public long stamp(Conversation conversation) {
    return conversation.stamp(now());
  }

  public void later(Duration delay, Runnable task) {
    timeline.after(delay, task);
  }

  /** The array in which our app hears of this conversation now. */
  Channel channel(Conversation conversation) {
    return conversation.ownership().isOwnedByAnother(ourApp) ? Channel.STANDBY : Channel.MESSAGING;
  }

  /** Tells our app; the result is that of the first attempt. */
  public CompletableFuture<Delivery.Attempt> tell(
      Conversation conversation, Channel channel, ObjectNode item) {
    return courier.send(new WebhookItem(conversation.key(), channel, item));
  }

  /** The rules that can be changed while it runs. */
  public static final class RulesInForce {

    private final RoutingRules first;
    private volatile RoutingRules routing;
    private volatile EchoRules echoes = EchoRules.PROMPT;
    private volatile ReceiptRules receipts = ReceiptRules.PROMPT;

    RulesInForce(RoutingRules routing) {
      this.first = routing;
      this.routing = routing;
    }

    public RoutingRules routing() {
      return routing;
    }

    public EchoRules echoes() {
      return echoes;
    }

    public ReceiptRules receipts() {
      return receipts;
    }

    public synchronized void routing(UnaryOperator<RoutingRules> change) {
      routing = change.apply(routing);
    }

    public synchronized void echoes(EchoRules now) {
      echoes = now;
    }

    public synchronized void receipts(ReceiptRules now) {
      receipts = now;
    }

    /** As they were at the beginning. */
    public synchronized void reset() {
      routing = first;
      echoes = EchoRules.PROMPT;
      receipts = ReceiptRules.PROMPT;
    }
  }
}
