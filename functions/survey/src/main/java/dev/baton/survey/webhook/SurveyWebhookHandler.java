package dev.baton.survey.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.survey.SurveyWiring;
import dev.baton.survey.secret.MessengerSecret;
import java.security.MessageDigest;
import java.util.function.Supplier;

/** {@code GET|POST /webhooks/messenger}. Source: survey spec §2.1. */
public final class SurveyWebhookHandler extends HttpFunction {
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
  protected HttpResponse respond(HttpRequest request) {
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
