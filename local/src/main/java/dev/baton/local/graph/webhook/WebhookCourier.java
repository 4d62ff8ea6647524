package dev.baton.local.graph.webhook;

import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.time.Activity;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.time.Timeline;
import dev.baton.local.graph.webhook.Lane.Parcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Brings items to the app's webhook, signed, in order for each participant and independently
 * between participants, again and again until they are answered 200 or too old. Safe for use by
 * many threads.
 */
public final class WebhookCourier implements AutoCloseable {

  private final String appSecret;
  private final Timeline timeline;
  private final Chance chance;
  private final DeliveryLog log;
  private final Activity undelivered = new Activity();
  private final WebhookPost post = new WebhookPost();
  private final Map<ParticipantKey, Lane> lanes = new ConcurrentHashMap<>();
  private final Set<Trip> trips = ConcurrentHashMap.newKeySet();
  private final List<Parcel> held = new ArrayList<>();
  private volatile WebhookRules rules;
  private volatile int era;

  public WebhookCourier(
      String appSecret, WebhookRules rules, Timeline timeline, Chance chance, DeliveryLog log) {
    this.appSecret = appSecret;
    this.rules = rules;
    this.timeline = timeline;
    this.chance = chance;
    this.log = log;
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
    Parcel parcel = new Parcel(item, new CompletableFuture<>());
    undelivered.begun();
    if (rules.hold()) {
      synchronized (held) {
        held.add(parcel);
      }
      return parcel.tried();
    }
    Lane lane = lanes.computeIfAbsent(item.participant(), missing -> new Lane());
    if (lane.add(parcel)) {
      int now = era;
      timeline.after(Duration.ZERO, () -> proceed(lane, now));
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
      Trip trip = trip(some, itemsPerEntry, era);
      attempt(trip, () -> {});
      deliveries.add(trip.delivery());
    }
    return deliveries;
  }

  /** Posts these bytes with this signature once, whatever they are. */
  public Delivery sendRaw(byte[] body, String signature) {
    long now = timeline.now().toEpochMilli();
    Delivery delivery = new Delivery(log.nextId(), List.of(), body, signature, now);
    log.add(delivery);
    Delivery.Attempt attempt = post.post(rules.url(), body, signature, rules.timeout(), now);
    delivery.attempted(
        attempt, attempt.result() == 200 ? Delivery.State.DELIVERED : Delivery.State.GIVEN_UP);
    return delivery;
  }

  public String sign(byte[] body) {
    return WebhookSignature.of(body, appSecret);
  }

  /** Forgets everything that is under way. */
  public synchronized void clear() {
    era++;
    lanes.values().forEach(lane -> forget(lane.next(Integer.MAX_VALUE)));
    lanes.clear();
    synchronized (held) {
      forget(held);
      held.clear();
    }
    trips.forEach(this::finish);
    log.clear();
  }

  private void proceed(Lane lane, int begunIn) {
    if (begunIn != era) {
      return;
    }
    WebhookRules now = rules;
    List<Parcel> parcels = lane.next(now.itemsPerBody());
    if (!parcels.isEmpty()) {
      Trip trip = trip(parcels, now.itemsPerEntry(), begunIn);
      // On a thread of its own: a long queue must not become a deep stack.
      attempt(trip, () -> timeline.after(Duration.ZERO, () -> proceed(lane, begunIn)));
    }
  }

  private Trip trip(List<Parcel> parcels, int itemsPerEntry, int begunIn) {
    List<WebhookItem> items = parcels.stream().map(Parcel::item).toList();
    long now = timeline.now().toEpochMilli();
    byte[] body = WebhookBody.of(items, itemsPerEntry, now);
    List<ParticipantKey> participants =
        items.stream().map(WebhookItem::participant).distinct().toList();
    Delivery delivery = new Delivery(log.nextId(), participants, body, sign(body), now);
    log.add(delivery);
    Trip trip = new Trip(delivery, List.copyOf(parcels), begunIn);
    trips.add(trip);
    return trip;
  }

  private void attempt(Trip trip, Runnable next) {
    if (trip.era() != era) {
      finish(trip);
      return;
    }
    WebhookRules now = rules;
    Delivery delivery = trip.delivery();
    long at = timeline.now().toEpochMilli();
    Delivery.Attempt attempt =
        post.post(now.url(), delivery.body(), delivery.signature(), now.timeout(), at);
    Delivery.State state = stateAfter(attempt, delivery, now);
    int count = delivery.attempted(attempt, state);
    if (state == Delivery.State.PENDING) {
      Runnable later = now.keepOrder() ? next : () -> {};
      timeline.after(now.delayAfter(count), () -> attempt(trip, later));
    } else if (state == Delivery.State.DELIVERED && chance.happens(now.duplicates())) {
      timeline.after(now.duplicateAfter(), () -> repeat(trip));
    }
    // Only now: who waits for this may move the time on at once.
    trip.parcels().forEach(parcel -> parcel.tried().complete(attempt));
    if (state != Delivery.State.PENDING || !now.keepOrder()) {
      next.run();
    }
    if (state != Delivery.State.PENDING) {
      finish(trip);
    }
  }

  private void finish(Trip trip) {
    if (trips.remove(trip)) {
      forget(trip.parcels());
    }
  }

  private void forget(List<Parcel> parcels) {
    parcels.forEach(parcel -> undelivered.ended());
  }

  private void repeat(Trip trip) {
    Delivery first = trip.delivery();
    if (trip.era() == era) {
      sendRaw(first.body(), first.signature());
    }
  }

  private static Delivery.State stateAfter(
      Delivery.Attempt attempt, Delivery delivery, WebhookRules rules) {
    if (attempt.result() == 200) {
      return Delivery.State.DELIVERED;
    }
    boolean tooOld = attempt.at() - delivery.madeAt() >= rules.giveUpAfter().toMillis();
    return tooOld ? Delivery.State.GIVEN_UP : Delivery.State.PENDING;
  }

  @Override
  public void close() {
    clear();
    post.close();
  }

  /** A delivery, what is in it and the time between two resets to which it belongs. */
  private record Trip(Delivery delivery, List<Parcel> parcels, int era) {}
}
