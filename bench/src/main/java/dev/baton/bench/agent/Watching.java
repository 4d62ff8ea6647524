package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a viewer of one run saw.
 *
 * @param events how many events came
 * @param firstNanos from the writing of the first piece to its coming
 * @param laterNanos the same for each later piece
 */
record Watching(int events, long firstNanos, List<Long> laterNanos) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Watches the run that a handoff leads to, to its end. */
  static Watching of(JsonNode handoff) throws IOException {
    String address =
        handoff.path("endpoint").asText()
            + "&ticket="
            + handoff.path("credentials").path("token").asText();
    List<Long> took = new ArrayList<>();
    int events = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(URI.create(address).toURL().openStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          long now = System.nanoTime();
          events++;
          hear(JSON.readTree(line.substring("data: ".length())), now, took);
        }
      }
    }
    if (took.isEmpty()) {
      throw new IllegalStateException("A viewer saw no token of " + address);
    }
    return new Watching(events, took.getFirst(), took.subList(1, took.size()));
  }

  private static void hear(JsonNode event, long now, List<Long> took) {
    if (event.path("type").asText().equals("token")) {
      for (String written : event.path("text").asText().strip().split(" ", -1)) {
        took.add(now - Long.parseLong(written));
      }
    }
  }
}
