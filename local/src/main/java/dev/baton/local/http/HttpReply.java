package dev.baton.local.http;

import dev.baton.local.json.Jsons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param status status code
 * @param headers names and values in order
 * @param body the body
 */
record HttpReply(int status, List<Map.Entry<String, String>> headers, byte[] body) {

  /** What API Gateway itself answers. */
  static HttpReply message(int status, String message) {
    return new HttpReply(
        status,
        List.of(Map.entry("content-type", "application/json")),
        Jsons.bytes(Jsons.object().put("message", message)));
  }

  /** The same with some headers in place of those of the same names. */
  HttpReply with(Map<String, String> more) {
    List<Map.Entry<String, String>> all = new ArrayList<>(headers);
    all.removeIf(header -> more.containsKey(header.getKey().toLowerCase(Locale.ROOT)));
    more.forEach((name, value) -> all.add(Map.entry(name, value)));
    return new HttpReply(status, all, body);
  }
}
