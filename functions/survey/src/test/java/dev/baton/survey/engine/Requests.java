package dev.baton.survey.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Payload 2.0 events of the webhook, and elements of its bodies. */
final class Requests {
  private Requests() {}

  static JsonObject signed(byte[] body, String secret) {
    return post(body, "sha256=" + hmac(body, secret), true);
  }

  static JsonObject post(byte[] body, String signature, boolean base64) {
    String text = base64 ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8);
    return event("POST")
        .put("headers", JsonObject.builder().put("X-Hub-Signature-256", signature).build())
        .put("body", text)
        .put("isBase64Encoded", base64)
        .build();
  }

  static JsonObject get(JsonObject query) {
    return event("GET").put("queryStringParameters", query).build();
  }

  static String hmac(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** An element from the participant at that many milliseconds after the start. */
  static String from(String user, long after, String members) {
    return """
    {"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":%d,%s}\
    """
        .formatted(user, Engine.PAGE, Engine.START + after, members);
  }

  static String from(long after, String members) {
    return from(Engine.USER, after, members);
  }

  static String referral(String ref) {
    return "\"referral\":{\"ref\":\"" + ref + "\",\"source\":\"SHORTLINK\"}";
  }

  static String text(String mid, String text) {
    return "\"message\":{\"mid\":\"%s\",\"text\":%s}".formatted(mid, Json.of(text).write());
  }

  static String tap(String mid, String value, String ref) {
    String payload = JsonObject.builder().put("value", value).put("ref", ref).build().write();
    return "\"message\":{\"mid\":\"%s\",\"text\":\"%s\",\"quick_reply\":{\"payload\":%s}}"
        .formatted(mid, value, Json.of(payload).write());
  }

  static String passed(String previousOwner, String metadata) {
    return "\"pass_thread_control\":{\"new_owner_app_id\":%s,\"previous_owner_app_id\":%s,\"metadata\":%s}"
        .formatted(Engine.OURS, previousOwner, Json.of(metadata).write());
  }

  /** An echo of a message that was sent with this request body. */
  static String echo(long after, JsonObject body) {
    JsonObject message = body.object("message");
    String metadata = message == null ? null : message.text("metadata");
    return """
    {"sender":{"id":"%s"},"recipient":{"id":"%s"},"timestamp":%d,
     "message":{"is_echo":true,"app_id":%s,"mid":"m_echo_%d","metadata":%s}}\
    """
        .formatted(
            Engine.PAGE,
            Engine.USER,
            Engine.START + after,
            Engine.OURS,
            after,
            Json.of(String.valueOf(metadata)).write());
  }

  private static JsonObject.Builder event(String method) {
    JsonObject http =
        JsonObject.builder().put("method", method).put("path", "/webhooks/messenger").build();
    return JsonObject.builder()
        .put("version", "2.0")
        .put("rawPath", "/webhooks/messenger")
        .put("requestContext", JsonObject.builder().put("http", http).build());
  }
}
