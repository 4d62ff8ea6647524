package dev.baton.survey.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.lambda.JsonFunction;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.secret.MessengerSecret;
import java.security.MessageDigest;
import java.util.function.Supplier;

/**
 * {@code GET|POST /webhooks/messenger}; invoked with a dead letter of its own, it takes the
 * letter's item in again. Source: survey spec §2.1.
 */
public final class SurveyWebhookHandler extends JsonFunction {
  private final Supplier<MessengerSecret> secret;
  private final Webhook webhook;

  /** For Lambda. */
  public SurveyWebhookHandler() {
    this(SurveyWiring.ofProcess());
  }

  /** With these parts. */
  public SurveyWebhookHandler(SurveyWiring wiring) {
    this.secret = wiring.secret();
    this.webhook = Webhook.of(wiring);
  }

  @Override
  protected Json answer(Json event, Context context) {
    if (!(event instanceof JsonObject object)) {
      throw new IllegalArgumentException("The event is no JSON object.");
    }
    // What the HTTP API hands over never has this member, so that a letter comes by invocation
    // only.
    return DeadLetters.isLetter(object)
        ? webhook.redrive(object)
        : respond(HttpRequest.of(object)).toJson();
  }

  private HttpResponse respond(HttpRequest request) {
    return request.method().equals("POST")
        ? webhook.deliver(request, secret.get())
        : verify(request, secret.get());
  }

  private static HttpResponse verify(HttpRequest request, MessengerSecret secret) {
    byte[] given = request.query().getOrDefault("hub.verify_token", "").getBytes(UTF_8);
    String expected = secret.verifyToken();
    boolean matches = expected != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given);
    return matches && "subscribe".equals(request.query().get("hub.mode"))
        ? HttpResponse.text(200, request.query().getOrDefault("hub.challenge", ""))
        : HttpResponse.text(403, "Forbidden");
  }
}
