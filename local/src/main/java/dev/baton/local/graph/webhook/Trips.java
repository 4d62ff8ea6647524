package dev.baton.local.graph.webhook;

import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.time.Chance;
import dev.baton.local.graph.webhook.Lane.Parcel;
import dev.baton.local.time.Timeline;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Bodies on their way to the webhook, tried again and again until they are answered 200 or too old.
 * Safe for use by many threads.
 */
final class Trips implements AutoCloseable {

  private final String appSecret;
  private final Supplier<WebhookRules> rules;
  private final Timeline timeline;
  private final Chance chance;
  private final DeliveryLog log;
  private final Consumer<Parcel> settled;
  private final WebhookPost post = new WebhookPost();
  private final Set<Trip> underWay = ConcurrentHashMap.newKeySet();

  /**
   * @param settled hears of each parcel once, when it was accepted or given up
   */
  Trips(
      String appSecret,
      Supplier<WebhookRules> rules,
      Timeline timeline,
      Chance chance,
      DeliveryLog log,
      Consumer<Parcel> settled) {
    this.appSecret = appSecret;
    this.rules = rules;
    this.timeline = timeline;
    this.chance = chance;
    this.log = log;
    this.settled = settled;
  }

  /** A delivery and what is in it. */
  private record Trip(Delivery delivery, List<Parcel> parcels) {}

  String sign(byte[] body) {
    return WebhookSignature.of(body, appSecret);
  }

  /**
   * Packs the parcels into one body and tries it once before it returns.
   *
   * @param next run when the next body may go: at once, or after redeliveries if order is kept
   */
  Delivery set(List<Parcel> parcels, int itemsPerEntry, Runnable next) {
    List<WebhookItem> items = parcels.stream().map(Parcel::item).toList();
    long now = timeline.millis();
    byte[] body = WebhookBody.of(items, itemsPerEntry, now);
    List<ParticipantKey> participants =
        items.stream().map(WebhookItem::participant).distinct().toList();
    Delivery delivery = new Delivery(log.nextId(), participants, body, sign(body), now);
    log.add(delivery);
    Trip trip = new Trip(delivery, List.copyOf(parcels));
    underWay.add(trip);
    attempt(trip, next);
    return delivery;
  }

  /** Posts these bytes with this signature once, whatever they are. */
  Delivery once(byte[] body, String signature) {
    long now = timeline.millis();
    WebhookRules current = rules.get();
    Delivery delivery = new Delivery(log.nextId(), List.of(), body, signature, now);
    log.add(delivery);
    Delivery.Attempt attempt = post.post(current.url(), body, signature, current.timeout(), now);
    delivery.attempted(
        attempt, attempt.isAccepted() ? Delivery.State.DELIVERED : Delivery.State.GIVEN_UP);
    return delivery;
  }

  /** Ends all trips; none is tried again. */
  void cancel() {
    underWay.forEach(this::finish);
  }

  private void attempt(Trip trip, Runnable next) {
    if (!underWay.contains(trip)) {
      return;
    }
    WebhookRules now = rules.get();
    Delivery delivery = trip.delivery();
    long at = timeline.millis();
    Delivery.Attempt attempt =
        post.post(now.url(), delivery.body(), delivery.signature(), now.timeout(), at);
    Delivery.State state = stateAfter(attempt, delivery, now);
    int count = delivery.attempted(attempt, state);
    boolean over = state != Delivery.State.PENDING;
    if (!over) {
      Runnable later = now.keepOrder() ? next : () -> {};
      timeline.after(now.delayAfter(count), () -> attempt(trip, later));
    } else if (attempt.isAccepted() && chance.happens(now.duplicates())) {
      timeline.after(now.duplicateAfter(), () -> once(delivery.body(), delivery.signature()));
    }
    // Only now: who waits for this may move the time on at once.
    trip.parcels().forEach(parcel -> parcel.tried().complete(attempt));
    if (over || !now.keepOrder()) {
      next.run();
    }
    if (over) {
      finish(trip);
    }
  }

  private void finish(Trip trip) {
    if (underWay.remove(trip)) {
      trip.parcels().forEach(settled);
    }
  }

  private static Delivery.State stateAfter(
      Delivery.Attempt attempt, Delivery delivery, WebhookRules rules) {
    if (attempt.isAccepted()) {
      return Delivery.State.DELIVERED;
    }
    boolean tooOld = attempt.at() - delivery.madeAt() >= rules.giveUpAfter().toMillis();
    return tooOld ? Delivery.State.GIVEN_UP : Delivery.State.PENDING;
  }

  /** Stops trying; what is under way counts neither as accepted nor as given up. */
  @Override
  public void close() {
    underWay.clear();
    post.close();
  }
}
