package dev.baton.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many write to one room, many read it, and connections are cut all the time. The system property
 * {@code baton.room.messages} is the number of messages of each of the twenty senders, {@code
 * baton.room.seed} what decides when which connection is cut.
 */
final class RoomCrowdIT {
  private static final int MESSAGES = Integer.getInteger("baton.room.messages", 15);
  private static final long SEED = Long.getLong("baton.room.seed", 42);
  private static final int SENDERS = 20;
  private static final int READERS = 5;
  private static final int POLLERS = 5;
  private static final String ROOM = "crowd";

  private final Progress progress = new Progress(SENDERS * MESSAGES);
  private final List<RoomReader> readers = new ArrayList<>();
  private final List<Future<Integer>> returns = new ArrayList<>();
  private final List<Future<?>> others = new ArrayList<>();

  @Test
  void everyReaderSeesEveryMessageOnceInOneOrder() throws Exception {
    // All sessions are cut more often than clients of a working network.
    try (ChatWorld world = ChatWorld.start(Map.of("BATON_SESSION_MAX_RECONNECTS", "1000000"))) {
      int cuts;
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        readers(world, threads);
        senders(world, threads);
        cuts = cutAtRandom(world);
      }

      int came = 0;
      for (Future<Integer> one : returns) {
        came += one.get();
      }
      for (Future<?> other : others) {
        other.get();
      }
      List<String> order = readers.getFirst().read();
      assertThat(order).as("seed " + SEED).hasSize(progress.total());
      assertThat(order.stream().map(line -> line.split(" ")[0]))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, progress.total()).mapToObj(Integer::toString).toList());
      assertThat(texts(order)).isEqualTo(allTexts());
      for (RoomReader reader : readers) {
        assertThat(reader.read()).as("seed " + SEED).isEqualTo(order);
      }
      assertThat(world.data("chat-poll", Map.of("roomId", ROOM)).path("lastSeq").asInt())
          .isEqualTo(progress.total());
      assertThat(cuts).isPositive();
      assertThat(came).isPositive();
    }
  }

  private void readers(ChatWorld world, ExecutorService threads) {
    for (int number = 0; number < READERS; number++) {
      RoomReader reader = reader(world);
      boolean query = number % 2 == 0;
      returns.add(threads.submit(() -> reader.readBySocket(query)));
    }
    for (int number = 0; number < POLLERS; number++) {
      RoomReader reader = reader(world);
      SplittableRandom random = new SplittableRandom(SEED + number);
      others.add(
          threads.submit(() -> {
            reader.readByPolling(random);
            return null;
          }));
    }
  }

  private RoomReader reader(ChatWorld world) {
    // A poller finds a room only when it is there.
    world.connect(ROOM, "Ada");
    RoomReader reader = new RoomReader(world, ROOM, progress);
    readers.add(reader);
    return reader;
  }

  private void senders(ChatWorld world, ExecutorService threads) {
    for (int number = 0; number < SENDERS / 2; number++) {
      RoomSender bySocket = new RoomSender(world, ROOM, "s" + number, progress);
      RoomSender byRequest = new RoomSender(world, ROOM, "r" + number, progress);
      boolean query = number % 2 == 0;
      returns.add(threads.submit(() -> bySocket.sendBySocket(MESSAGES, query)));
      others.add(threads.submit(() -> byRequest.sendByRequest(MESSAGES)));
    }
  }

  /** Cuts one of the connections whenever some messages more are acknowledged. */
  private int cutAtRandom(ChatWorld world) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED);
    int cuts = 0;
    int next = random.nextInt(1, 20);
    while (!progress.await(next)) {
      List<String> open = world.stack().sockets().open().stream().sorted().toList();
      if (!open.isEmpty()) {
        cut(world, open.get(random.nextInt(open.size())));
        cuts++;
      }
      next += random.nextInt(1, 20);
    }
    return cuts;
  }

  private static void cut(ChatWorld world, String connection) {
    try {
      world.stack().sockets().cut(connection);
    } catch (NoSuchElementException ended) {
      // It ended by itself in between.
    }
  }

  private static Set<String> texts(List<String> lines) {
    Set<String> texts = new HashSet<>();
    lines.forEach(line -> texts.add(line.split(" ")[1]));
    return texts;
  }

  private static Set<String> allTexts() {
    Set<String> texts = new HashSet<>();
    for (int number = 0; number < SENDERS / 2; number++) {
      for (int message = 1; message <= MESSAGES; message++) {
        texts.add("s" + number + "-" + message);
        texts.add("r" + number + "-" + message);
      }
    }
    return texts;
  }
}
