package dev.baton.survey.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.inbound.Delivery;
import dev.baton.survey.inbound.WebhookReader;
import dev.baton.survey.secret.MessengerSecret;
import java.time.InstantSource;
import java.util.Map;

/**
 * Answers one delivery: 200 only when everything in it is committed, inert or dead-lettered.
 * Source: survey spec §2.1.
 */
final class Webhook {
  private static final int LARGEST_BODY = 1 << 20;
  private static final int PARALLEL = 16;

  private final WebhookReader reader;
  private final Intake intake;
  private final Log log;
  private final Metrics metrics;
  private final InstantSource clock;

  Webhook(WebhookReader reader, Intake intake, Log log, Metrics metrics, InstantSource clock) {
    this.reader = reader;
    this.intake = intake;
    this.log = log;
    this.metrics = metrics;
    this.clock = clock;
  }

  static Webhook of(SurveyWiring wiring) {
    DeadLetters deadLetters = new DeadLetters(wiring.deadLetters(), wiring.log(), wiring.clock());
    ItemIntake items = new ItemIntake(wiring.knownPages(), wiring.participants(), deadLetters);
    RolesIntake roles = new RolesIntake(wiring.ourAppId(), wiring.log(), wiring.metrics());
    return new Webhook(
        new WebhookReader(wiring.ourAppId()),
        new Intake(items, roles, deadLetters, PARALLEL),
        wiring.log(),
        wiring.metrics(),
        wiring.clock());
  }

  HttpResponse deliver(HttpRequest request, MessengerSecret secret) {
    byte[] body = request.body();
    if (!Signature.isValid(request.header("x-hub-signature-256"), body, secret.appSecrets())) {
      log.warn("refused_signature", Map.of("bytes", body.length));
      metrics.count("refused_signature", Map.of());
      return HttpResponse.text(401, "Signature required");
    }
    if (body.length > LARGEST_BODY) {
      return refused(413, "too_large");
    }
    return switch (reader.read(body, clock.millis())) {
      case Delivery.Malformed(String reason) -> refused(400, reason);
      case Delivery.UnsupportedObject() -> {
        metrics.count("inert_unsupported_object", Map.of());
        yield received();
      }
      case Delivery.Elements(var elements) -> answer(intake.take(elements));
    };
  }

  /**
   * Takes a dead letter in again; it is an ordinary delivery of one item, but for its signature.
   */
  JsonObject redrive(JsonObject letter) {
    byte[] body = DeadLetters.body(letter).write().getBytes(UTF_8);
    return switch (reader.read(body, clock.millis())) {
      case Delivery.Elements(var elements) -> answer(intake.take(elements)).toJson();
      case Delivery other -> throw new IllegalArgumentException("The letter holds no item.");
    };
  }

  private HttpResponse answer(Tally tally) {
    log.info(
        "webhook",
        Map.of(
            "received", tally.received(),
            "committed", tally.committed(),
            "inert", tally.inert(),
            "dead_lettered", tally.deadLettered(),
            "asked_again", tally.askedAgain()));
    tally.reasons().forEach((reason, times) -> metrics.count("inert_" + reason, times, Map.of()));
    return tally.askedAgain() == 0 ? received() : HttpResponse.text(500, "Deliver again");
  }

  private HttpResponse refused(int status, String reason) {
    log.warn("refused_webhook", Map.of("reason", reason));
    return HttpResponse.text(status, reason);
  }

  private static HttpResponse received() {
    return HttpResponse.text(200, "EVENT_RECEIVED");
  }
}
