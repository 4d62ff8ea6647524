package dev.baton.survey.deliver;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.time.Pause;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.effect.DeliveryStatus;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.participants.KnownPages;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Starts a delivery for whoever the event names. The participant comes with the event, or is read
 * when it was too large or comes late.
 */
final class Deliveries {
  private static final Duration TRUSTED = Duration.ofHours(1);

  private final KnownPages pages;
  private final DynamoParticipantStore participants;
  private final Delivery delivery;
  private final InstantSource clock;

  Deliveries(
      KnownPages pages,
      DynamoParticipantStore participants,
      Delivery delivery,
      InstantSource clock) {
    this.pages = pages;
    this.participants = participants;
    this.delivery = delivery;
    this.clock = clock;
  }

  static Deliveries of(SurveyWiring wiring) {
    Pause pause = wiring.pause();
    RateLimit rate =
        new RateLimit(wiring.rates(), wiring.graphCallsPerSecond(), wiring.clock(), pause);
    EffectPerformer performer =
        new EffectPerformer(wiring.graph(), new TimerSchedules(wiring.schedules()), rate);
    Attempts attempts = new Attempts(performer, pause, new SecureRandom()::nextDouble);
    EffectLog log = new EffectLog(wiring.log(), wiring.metrics(), wiring.deadLetters());
    return new Deliveries(
        wiring.knownPages(),
        wiring.participantStore(),
        new Delivery(
            wiring.participants(),
            new Claims(wiring.claims(), wiring.clock(), pause),
            attempts,
            log),
        wiring.clock());
  }

  void deliver(JsonObject request, Errand errand) {
    String pageId = required(request, "page_id");
    String userId = required(request, "user_id");
    PageRow page = pages.recent(pageId);
    Participant participant = participant(request, new ParticipantKey(pageId, userId));
    if (page != null && participant != null) {
      delivery.run(page, participant, errand);
    }
  }

  private @Nullable Participant participant(JsonObject request, ParticipantKey key) {
    String body = request.text("item");
    Participant sent = body == null ? null : participants.ofBody(body);
    return sent == null || isOld(sent) ? participants.load(key) : sent;
  }

  // Claims go after a day; a letter of last week would make its attempts again.
  private boolean isOld(Participant sent) {
    OutboxEntry head = sent.outbox().head();
    return head != null
        && head.status() instanceof DeliveryStatus.Started(int attempt, long at)
        && clock.millis() - at > TRUSTED.toMillis();
  }

  private static String required(JsonObject request, String name) {
    String value = request.text(name);
    if (value == null) {
      throw new IllegalArgumentException("A delivery needs the text member " + name + ".");
    }
    return value;
  }
}
