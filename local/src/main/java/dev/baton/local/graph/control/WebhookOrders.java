package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.webhook.Channel;
import dev.baton.local.graph.webhook.Delivery;
import dev.baton.local.graph.webhook.Items;
import dev.baton.local.graph.webhook.WebhookCourier;
import dev.baton.local.graph.webhook.WebhookItem;
import dev.baton.local.graph.webhook.WebhookRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Orders about webhooks: the rules of their delivery, and bodies of one's own. */
final class WebhookOrders {

  private final ControlScope scope;
  private final WebhookCourier courier;

  WebhookOrders(ControlScope scope) {
    this.scope = scope;
    this.courier = scope.courier();
  }

  List<Route> routes() {
    return List.of(
        new Route("PUT", "webhooks", this::change),
        new Route("GET", "webhooks", call -> shown(courier.rules())),
        new Route("POST", "webhooks", this::raw),
        new Route("POST", "webhooks/flush", this::flush),
        new Route("POST", "webhooks/app-roles", this::appRoles));
  }

  private JsonNode change(ControlCall call) {
    Fields fields = call.fields();
    WebhookRules now = courier.rules();
    WebhookRules next =
        new WebhookRules(
            fields.text("url").map(WebhookOrders::url).orElse(now.url()),
            fields.duration("timeout", now.timeout()),
            fields.duration("retry_first", now.retryFirst()),
            fields.duration("retry_most", now.retryMost()),
            fields.duration("give_up_after", now.giveUpAfter()),
            fields.flag("keep_order", now.keepOrder()),
            Math.max(1, fields.count("items_per_body", now.itemsPerBody())),
            Math.max(1, fields.count("items_per_entry", now.itemsPerEntry())),
            fields.probability("duplicates", now.duplicates()),
            fields.duration("duplicate_after", now.duplicateAfter()),
            fields.flag("hold", now.hold()));
    fields.done();
    return shown(courier.change(before -> next));
  }

  /** {@code body} (text, or any JSON), or {@code body_base64}; {@code signature}: see wire.md. */
  private JsonNode raw(ControlCall call) {
    Fields fields = call.fields();
    byte[] body = body(fields);
    String signature = fields.text("signature").orElse("valid");
    fields.done();
    String header =
        switch (signature) {
          case "valid" -> courier.sign(body);
          case "none" -> "";
          case "wrong" ->
              courier.sign((Trees.text(fields.object()) + "!").getBytes(StandardCharsets.UTF_8));
          default -> signature;
        };
    return courier.sendRaw(body, header).toJson();
  }

  private static byte[] body(Fields fields) {
    Optional<String> base64 = fields.text("body_base64");
    JsonNode given = fields.node("body");
    if (base64.isPresent()) {
      try {
        return Base64.getDecoder().decode(base64.get());
      } catch (IllegalArgumentException unreadable) {
        throw Fields.bad("body_base64", "Base64");
      }
    }
    if (given == null) {
      return new byte[0];
    }
    String text = given.isTextual() ? given.asText() : Trees.text(given);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private JsonNode flush(ControlCall call) {
    Fields fields = call.fields();
    int perBody = Math.max(1, fields.count("items_per_body", 1_000));
    int perEntry = Math.max(1, fields.count("items_per_entry", 1));
    boolean shuffled = fields.flag("shuffle", false);
    fields.done();
    ObjectNode shown = Trees.object();
    var list = shown.putArray("deliveries");
    for (Delivery delivery : courier.flush(perBody, perEntry, shuffled)) {
      list.add(delivery.toJson());
    }
    return shown;
  }

  private JsonNode appRoles(ControlCall call) {
    String page = call.fields().text("page").orElse(scope.messenger().conversations().firstPage());
    ObjectNode roles =
        call.fields()
            .nested("roles")
            .map(Fields::object)
            .orElseThrow(
                () -> Fields.bad("roles", "an object such as {\"123\":[\"primary_receiver\"]}"));
    call.fields().done();
    ObjectNode item = Items.appRoles(page, scope.messenger().now(), roles);
    var _ = courier.send(new WebhookItem(new ParticipantKey(page, ""), Channel.MESSAGING, item));
    return item;
  }

  private static URI url(String text) {
    try {
      URI url = URI.create(text);
      if (url.isAbsolute()) {
        return url;
      }
    } catch (IllegalArgumentException unreadable) {
      // Refused below, like a relative one.
    }
    throw Fields.bad("url", "an absolute URL");
  }

  private static JsonNode shown(WebhookRules rules) {
    return Trees.object()
        .put("url", rules.url().toString())
        .put("timeout", rules.timeout().toString())
        .put("retry_first", rules.retryFirst().toString())
        .put("retry_most", rules.retryMost().toString())
        .put("give_up_after", rules.giveUpAfter().toString())
        .put("keep_order", rules.keepOrder())
        .put("items_per_body", rules.itemsPerBody())
        .put("items_per_entry", rules.itemsPerEntry())
        .put("duplicates", rules.duplicates())
        .put("duplicate_after", rules.duplicateAfter().toString())
        .put("hold", rules.hold());
  }
}
