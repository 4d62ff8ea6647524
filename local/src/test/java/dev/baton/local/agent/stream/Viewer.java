package dev.baton.local.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.url.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who watches a run over sockets, and comes back with the number that was last. */
final class Viewer {
  private final String target;
  private final List<String> texts = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private String last = "";

  /**
   * Somebody who has not watched yet.
   *
   * @param target path and query of the stream, with a ticket
   */
  Viewer(String target) {
    this.target = target;
  }

  /**
   * Watches until the response has come to its proper end.
   *
   * @param attached is run when the first bytes have come
   * @throws IOException when the response breaks off
   */
  void watch(int port, Runnable attached) throws IOException {
    String[] headers = last.isEmpty() ? new String[0] : new String[] {"Last-Event-ID: " + last};
    try (RawClient client = RawClient.get("http://127.0.0.1:" + port + target, headers)) {
      assertThat(client.head()).startsWith("HTTP/1.1 200 ");
      StringBuilder open = new StringBuilder(String.valueOf(client.chunk()));
      attached.run();
      for (String chunk = take(open, client); chunk != null; chunk = take(open, client)) {
        open.append(chunk);
      }
      assertThat(open).isEmpty();
    }
  }

  private @Nullable String take(StringBuilder open, RawClient client) throws IOException {
    for (int end = open.indexOf("\n\n"); end >= 0; end = open.indexOf("\n\n")) {
      read(open.substring(0, end));
      open.delete(0, end + 2);
    }
    return client.chunk();
  }

  private void read(String block) {
    String event = "";
    for (String line : block.split("\n")) {
      switch (line.split(":", 2)[0]) {
        case "id" -> last = line.substring(4);
        case "event" -> event = line.substring(7);
        case "data" -> (block.startsWith("id:") ? texts : notices).add(line.substring(6));
        default -> {}
      }
    }
    assertThat(event.isEmpty()).isEqualTo(!block.contains("\ndata: "));
  }

  /** The events that came, in the order in which they came. */
  List<String> texts() {
    return texts;
  }

  /** What came without a number. */
  List<String> notices() {
    return notices;
  }
}
