package dev.baton.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The simulator's control API, see {@code docs/wire.md}. Thread-safe. */
public final class Simulator {
  private final JsonHttp http;

  /** The simulator at that address. */
  public Simulator(String url) {
    this.http = new JsonHttp(url + "/simulator/", Map.of());
  }

  /** Posts an order. */
  public JsonNode post(String order, Map<String, ?> fields) {
    return http.call("POST", order, fields);
  }

  /** Puts a rule. */
  public JsonNode put(String order, Map<String, ?> fields) {
    return http.call("PUT", order, fields);
  }

  /** Looks something up. */
  public JsonNode get(String order) {
    return http.call("GET", order, Map.of());
  }

  /** A participant opens a link. */
  public JsonNode opens(String user, String ref) {
    return post("participants/" + user + "/referrals", Map.of("ref", ref));
  }

  /** A participant writes. */
  public JsonNode writes(String user, String text) {
    return post("participants/" + user + "/messages", Map.of("text", text));
  }

  /** What our app said to a participant, in order. */
  public List<String> heard(String user) {
    return lines(user, 0).stream()
        .filter(line -> isMessage(line, ""))
        .map(line -> line.path("text").asText())
        .toList();
  }

  /** The lines of a transcript, waiting up to ten seconds until there are so many. */
  public List<JsonNode> lines(String user, int atLeast) {
    String query = atLeast == 0 ? "" : "?wait=PT10S&at_least=" + atLeast;
    JsonNode shown = get("participants/" + user + "/transcript" + query);
    return StreamSupport.stream(shown.path("lines").spliterator(), false).toList();
  }

  /** Waits until the transcript grows, a fifth of a second at most. */
  public void pause(String user) {
    int lines = lines(user, 0).size();
    get("participants/" + user + "/transcript?wait=PT0.2S&at_least=" + (lines + 1));
  }

  /**
   * Waits until the participant heard a message that starts so.
   *
   * @throws AssertionError after half a minute
   */
  public void awaitHeard(String user, String start) {
    long end = System.nanoTime() + 30_000_000_000L;
    List<JsonNode> lines = lines(user, 0);
    while (lines.stream().noneMatch(line -> isMessage(line, start))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("No '" + start + "' for " + user + " in: " + lines);
      }
      lines = lines(user, lines.size() + 1);
    }
  }

  private static boolean isMessage(JsonNode line, String start) {
    return line.path("kind").asText().equals("message")
        && line.path("text").asText().startsWith(start);
  }
}
