package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a viewer of one run saw.
 *
 * @param events how many events came
 * @param attachedNanos from asking to the first line
 * @param allNanos from asking to the end
 * @param tokensNanos from the writing of each piece to its coming
 * @param addedMillis from the making of each event with text, which is when its append begins, to
 *     its coming
 */
record Watching(
    int events, long attachedNanos, long allNanos, List<Long> tokensNanos, List<Long> addedMillis) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Watches the run that a handoff leads to, to its end, as whoever was handed off. */
  static Watching byTicket(JsonNode handoff) throws IOException {
    String ticket = handoff.path("credentials").path("token").asText();
    String address = handoff.path("endpoint").asText() + "&ticket=" + ticket;
    return of(URI.create(address).toURL().openConnection());
  }

  /** The same as the owner of a key. */
  static Watching byKey(JsonNode handoff, String key) throws IOException {
    URLConnection connection =
        URI.create(handoff.path("endpoint").asText()).toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + key);
    return of(connection);
  }

  private static Watching of(URLConnection connection) throws IOException {
    long asked = System.nanoTime();
    List<Long> tokens = new ArrayList<>();
    List<Long> added = new ArrayList<>();
    int events = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8))) {
      String line = lines.readLine();
      long attached = System.nanoTime() - asked;
      for (; line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          events++;
          hear(JSON.readTree(line.substring("data: ".length())), tokens, added);
        }
      }
      return new Watching(events, attached, System.nanoTime() - asked, tokens, added);
    }
  }

  private static void hear(JsonNode event, List<Long> tokens, List<Long> added) {
    long now = System.nanoTime();
    if (event.path("type").asText().equals("token")) {
      added.add(
          Instant.now().toEpochMilli() - Instant.parse(event.path("ts").asText()).toEpochMilli());
      for (String written : event.path("text").asText().strip().split(" ", -1)) {
        tokens.add(now - Long.parseLong(written));
      }
    }
  }
}
