package dev.baton.local.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many idle streams, and the end of the stack under them. */
final class UrlCrowdIT {
  private static final int MANY = 1_000;

  @Test
  void aThousandIdleStreamsEachGetTheirPieceAndAPlannedEnd() throws Exception {
    UrlWorld world = new UrlWorld();
    List<RawClient> clients = new ArrayList<>();
    try {
      int threads = Thread.activeCount();
      for (int i = 0; i < MANY; i++) {
        clients.add(world.open(world.toy() + "stream?name=s" + i));
      }
      assertThat(Thread.activeCount()).isLessThan(threads + 50);

      for (int i : IntStream.range(0, MANY).filter(i -> i % 50 == 0).toArray()) {
        world.push("s" + i, "data: " + i + "\n\n");
        assertThat(clients.get(i).chunk()).isEqualTo("data: " + i + "\n\n");
      }
      world.close();
      for (RawClient client : clients) {
        assertThat(client.chunk()).isEqualTo("bye");
        assertThat(client.chunk()).isNull();
      }
    } finally {
      world.close();
      for (RawClient client : clients) {
        client.close();
      }
    }
  }
}
