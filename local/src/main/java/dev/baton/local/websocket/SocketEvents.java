package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.SocketApiDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes the events that the functions of routes get.
 *
 * <p>Source: Amazon API Gateway developer guide, "Set up a WebSocket API Lambda integration" and
 * "Routes for WebSocket APIs".
 */
final class SocketEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final SocketApiDefinition api;
  private final String domain;
  private final InstantSource clock;
  private final Ids ids;

  SocketEvents(SocketApiDefinition api, String domain, InstantSource clock, Ids ids) {
    this.api = api;
    this.domain = domain;
    this.clock = clock;
    this.ids = ids;
  }

  ObjectNode connect(Admission admission, UpgradeCall call) {
    ObjectNode event = Jsons.object();
    lists(event, "headers", "multiValueHeaders", call.headers());
    lists(event, "queryStringParameters", "multiValueQueryStringParameters", call.query());
    event.set("requestContext", context(admission, "$connect", "CONNECT"));
    return event.put("isBase64Encoded", false);
  }

  ObjectNode message(Admission admission, String routeKey, SocketMessage message) {
    ObjectNode context = context(admission, routeKey, "MESSAGE").put("messageId", ids.next());
    ObjectNode event = Jsons.object();
    event.set("requestContext", context);
    return event.put("body", message.body()).put("isBase64Encoded", message.base64());
  }

  ObjectNode disconnect(Admission admission, Ending why) {
    ObjectNode event = Jsons.object();
    lists(event, "headers", "multiValueHeaders", Map.of("Host", List.of(domain)));
    ObjectNode context =
        context(admission, "$disconnect", "DISCONNECT")
            .put("disconnectStatusCode", why.code())
            .put("disconnectReason", why.reason());
    event.set("requestContext", context);
    return event.put("isBase64Encoded", false);
  }

  private ObjectNode context(Admission admission, String routeKey, String type) {
    Instant now = clock.instant();
    String requestId = ids.next();
    ObjectNode context =
        Jsons.object()
            .put("routeKey", routeKey)
            .put("eventType", type)
            .put("messageDirection", "IN")
            .put("extendedRequestId", requestId)
            .put("requestId", requestId)
            .put("requestTime", TIME.format(now))
            .put("requestTimeEpoch", now.toEpochMilli())
            .put("connectedAt", admission.connectedAt().toEpochMilli())
            .put("connectionId", admission.connectionId())
            .put("domainName", domain)
            .put("stage", api.stage())
            .put("apiId", api.id());
    ObjectNode identity =
        context.putObject("identity").put("sourceIp", admission.caller().sourceIp());
    if (admission.caller().userAgent() != null) {
      identity.put("userAgent", admission.caller().userAgent());
    }
    return context;
  }

  /** The last value of each name, and all of them; nothing when there is none. */
  private static void lists(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    if (values.isEmpty()) {
      return;
    }
    ObjectNode last = event.putObject(single);
    ObjectNode all = event.putObject(multiple);
    values.forEach((name, list) -> {
      last.put(name, list.getLast());
      list.forEach(all.withArray(name)::add);
    });
  }
}
