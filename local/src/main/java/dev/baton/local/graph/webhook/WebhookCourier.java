package dev.baton.local.graph.webhook;

import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.time.Activity;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.webhook.Lane.Parcel;
import dev.baton.local.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Brings items to the app's webhook, signed, in order for each participant and independently
 * between participants. Safe for use by many threads.
 */
public final class WebhookCourier implements AutoCloseable {

  private final Timeline timeline;
  private final Chance chance;
  private final DeliveryLog log;
  private final PendingItems pending;
  private final Trips trips;
  private final Activity undelivered = new Activity();
  private final AtomicLong numbers = new AtomicLong();
  private final Map<ParticipantKey, Lane> lanes = new ConcurrentHashMap<>();
  private final List<Parcel> held = new ArrayList<>();
  private volatile WebhookRules rules;

  public WebhookCourier(
      String appSecret,
      WebhookRules rules,
      Timeline timeline,
      Chance chance,
      DeliveryLog log,
      PendingItems pending) {
    this.rules = rules;
    this.timeline = timeline;
    this.chance = chance;
    this.log = log;
    this.pending = pending;
    this.trips = new Trips(appSecret, this::rules, timeline, chance, log, this::settle);
  }

  /** Items that were neither accepted nor given up yet. */
  public Activity undelivered() {
    return undelivered;
  }

  public WebhookRules rules() {
    return rules;
  }

  public synchronized WebhookRules change(UnaryOperator<WebhookRules> change) {
    rules = change.apply(rules);
    return rules;
  }

  /** The rules of the beginning, except where to. */
  public void restore() {
    change(now -> WebhookRules.to(now.url()));
  }

  /** Takes the item and tells when it was first tried; it may be tried many times after that. */
  public CompletableFuture<Delivery.Attempt> send(WebhookItem item) {
    Parcel parcel = new Parcel(numbers.incrementAndGet(), item, new CompletableFuture<>());
    undelivered.begun();
    pending.taken(parcel.number(), item);
    if (rules.hold()) {
      synchronized (held) {
        held.add(parcel);
      }
      return parcel.tried();
    }
    Lane lane = lanes.computeIfAbsent(item.participant(), missing -> new Lane());
    if (lane.add(parcel)) {
      timeline.after(Duration.ZERO, () -> proceed(lane));
    }
    return parcel.tried();
  }

  /**
   * Delivers everything that was held, in bodies of this many items, one after the other, and
   * returns when each was tried once.
   */
  public List<Delivery> flush(int itemsPerBody, int itemsPerEntry, boolean shuffled) {
    List<Parcel> parcels;
    synchronized (held) {
      parcels = new ArrayList<>(held);
      held.clear();
    }
    if (shuffled) {
      chance.shuffle(parcels);
    }
    List<Delivery> deliveries = new ArrayList<>();
    for (int from = 0; from < parcels.size(); from += itemsPerBody) {
      List<Parcel> some = parcels.subList(from, Math.min(from + itemsPerBody, parcels.size()));
      deliveries.add(trips.set(some, itemsPerEntry, () -> {}));
    }
    return deliveries;
  }

  /** Posts these bytes with this signature once, whatever they are. */
  public Delivery sendRaw(byte[] body, String signature) {
    return trips.once(body, signature);
  }

  /** The valid signature of these bytes. */
  public String sign(byte[] body) {
    return trips.sign(body);
  }

  /** Forgets everything that is under way. */
  public synchronized void clear() {
    lanes.values().forEach(lane -> lane.next(Integer.MAX_VALUE).forEach(this::settle));
    lanes.clear();
    synchronized (held) {
      held.forEach(this::settle);
      held.clear();
    }
    trips.cancel();
    log.clear();
  }

  private void proceed(Lane lane) {
    WebhookRules now = rules;
    List<Parcel> parcels = lane.next(now.itemsPerBody());
    if (!parcels.isEmpty()) {
      // On a thread of its own: a long queue must not become a deep stack.
      trips.set(
          parcels, now.itemsPerEntry(), () -> timeline.after(Duration.ZERO, () -> proceed(lane)));
    }
  }

  private void settle(Parcel parcel) {
    pending.settled(parcel.number());
    undelivered.ended();
  }

  @Override
  public void close() {
    trips.close();
  }
}
