package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ParticipantActs.Deviation;
import dev.baton.local.graph.messenger.ParticipantActs.Done;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.SentMessage;
import dev.baton.local.graph.thread.SentMessage.Button;
import dev.baton.local.graph.webhook.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Orders to people: {@code messages}, {@code taps}, {@code media}, {@code postbacks}, {@code
 * referrals}, {@code optins}. All take {@code page}, {@code mid} (empty: none) and {@code
 * timestamp}; with the parameter {@code wait} the answer tells what the webhook said.
 */
final class ParticipantOrders {

  private static final String PLACE = "participants/{user}/";

  private final ControlScope scope;
  private final ParticipantActs acts;

  ParticipantOrders(ControlScope scope) {
    this.scope = scope;
    this.acts = scope.acts();
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", PLACE + "messages", this::message),
        new Route("POST", PLACE + "taps", this::tap),
        new Route("POST", PLACE + "media", this::media),
        new Route("POST", PLACE + "postbacks", this::postback),
        new Route("POST", PLACE + "referrals", this::referral),
        new Route("POST", PLACE + "optins", this::optin));
  }

  private JsonNode message(ControlCall call) {
    String text = call.fields().requiredText("text");
    return act(call, (who, deviation) -> acts.text(who, text, deviation));
  }

  private JsonNode tap(ControlCall call) {
    String title = call.fields().requiredText("title");
    Optional<String> of = call.fields().text("of");
    return act(call, (who, deviation) -> acts.tap(who, button(who, title, of), deviation));
  }

  private JsonNode media(ControlCall call) {
    String type = call.fields().text("type").orElse("image");
    String url = call.fields().requiredText("url");
    return act(call, (who, deviation) -> acts.media(who, type, url, deviation));
  }

  private JsonNode postback(ControlCall call) {
    String payload = call.fields().requiredText("payload");
    String title = call.fields().text("title").orElse(payload);
    Button button = new Button(title, payload, true);
    return act(call, (who, deviation) -> acts.tap(who, button, deviation));
  }

  private JsonNode referral(ControlCall call) {
    Fields fields = call.fields();
    ObjectNode referral = Trees.object();
    fields.text("ref").ifPresent(ref -> referral.put("ref", ref));
    referral.put("source", fields.text("source").orElse("SHORTLINK"));
    referral.put("type", fields.text("type").orElse("OPEN_THREAD"));
    fields.text("ad_id").ifPresent(ad -> referral.put("ad_id", ad));
    boolean viaGetStarted = fields.flag("get_started", false);
    return act(call, (who, deviation) -> acts.referral(who, referral, viaGetStarted, deviation));
  }

  private JsonNode optin(ControlCall call) {
    Optional<String> given = call.fields().text("payload");
    Optional<String> ref = call.fields().text("ref");
    String payload = given.orElseGet(() -> Trees.text(Trees.object().put("ref", ref.orElse(""))));
    return act(call, (who, deviation) -> acts.optin(who, payload, deviation));
  }

  /** What a person does with a conversation. */
  private interface Act {
    Done perform(Conversation who, Deviation deviation);
  }

  private JsonNode act(ControlCall call, Act act) {
    Fields fields = call.fields();
    Optional<String> page = fields.text("page");
    Deviation deviation =
        new Deviation(
            fields.text("mid").orElse(null),
            fields.text("timestamp").map(ParticipantOrders::timestamp).orElse(null));
    fields.done();
    Done done = act.perform(scope.conversation(call.name("user"), page), deviation);
    ObjectNode shown =
        Trees.object()
            .put("mid", done.mid())
            .put("timestamp", done.at())
            .put("channel", done.channel().member());
    Duration patience = call.patience();
    if (patience.isPositive()) {
      Delivery.Attempt told =
          done.told()
              .completeOnTimeout(
                  new Delivery.Attempt(0, 0, "not tried in time"),
                  patience.toMillis(),
                  TimeUnit.MILLISECONDS)
              .join();
      shown.put("webhook_status", told.result());
    }
    return shown;
  }

  private static Long timestamp(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException unreadable) {
      throw Fields.bad("timestamp", "a number of milliseconds since 1970");
    }
  }

  private static Button button(Conversation who, String title, Optional<String> ofMid) {
    List<SentMessage> sent = who.sent().reversed();
    return sent.stream()
        .filter(message -> ofMid.isEmpty() || ofMid.get().equals(message.mid()))
        .flatMap(message -> message.button(title).stream())
        .findFirst()
        .orElseThrow(() ->
            ControlRefusal.impossible(
                "NO_SUCH_BUTTON",
                "No message to " + who.key().userId() + " has a button '" + title + "'.",
                "There are: " + titles(sent) + "."));
  }

  private static String titles(List<SentMessage> sent) {
    String titles =
        sent.stream()
            .flatMap(message -> message.buttons().stream())
            .map(Button::title)
            .distinct()
            .limit(30)
            .collect(Collectors.joining(", "));
    return titles.isEmpty() ? "none" : titles;
  }
}
