package dev.baton.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads what a function answered, as payload format 2.0 infers it: an object with {@code
 * statusCode} is a response, every other JSON is the body of a 200.
 */
final class ResponseReader {
  private static final HttpReply BROKEN = HttpReply.message(500, "Internal Server Error");

  private ResponseReader() {}

  static HttpReply read(InvocationResult result) {
    return switch (result) {
      case InvocationResult.Returned returned -> read(returned.payload());
      case InvocationResult.Threw threw -> BROKEN;
      case InvocationResult.TimedOut late -> HttpReply.message(503, "Service Unavailable");
    };
  }

  private static HttpReply read(byte[] payload) {
    JsonNode answer = Jsons.parse(payload);
    if (answer == null) {
      return BROKEN;
    }
    if (!answer.isObject() || !answer.has("statusCode")) {
      return inferred(answer, payload);
    }
    int status = answer.path("statusCode").asInt(0);
    if (status < 100 || status > 599) {
      return BROKEN;
    }
    try {
      return new HttpReply(status, headers(answer), body(answer));
    } catch (IllegalArgumentException notBase64) {
      return BROKEN;
    }
  }

  private static HttpReply inferred(JsonNode answer, byte[] payload) {
    byte[] body = answer.isTextual() ? answer.asText().getBytes(StandardCharsets.UTF_8) : payload;
    return new HttpReply(200, List.of(Map.entry("content-type", "application/json")), body);
  }

  private static List<Map.Entry<String, String>> headers(JsonNode answer) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    answer
        .path("headers")
        .properties()
        .forEach(header ->
            headers.add(
                Map.entry(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText())));
    if (headers.stream().noneMatch(header -> header.getKey().equals("content-type"))) {
      headers.add(Map.entry("content-type", "text/plain;charset=UTF-8"));
    }
    answer.path("cookies").forEach(cookie -> headers.add(Map.entry("set-cookie", cookie.asText())));
    return headers;
  }

  private static byte[] body(JsonNode answer) {
    JsonNode body = answer.path("body");
    String text = body.isValueNode() && !body.isNull() ? body.asText() : "";
    return answer.path("isBase64Encoded").asBoolean(false)
        ? Base64.getDecoder().decode(text)
        : text.getBytes(StandardCharsets.UTF_8);
  }
}
